package org.paperbridge.census;

import java.util.Arrays;

/**
 * A census file in memory.
 *
 * @param name shown in findings; the last part of a path, never the folder
 */
public record CensusFile(String name, Content content) {

    /** Bytes as delivered: the messages themselves say which character set they are in. */
    public static final class Content {

        private final byte[] bytes;

        public Content(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        /** First byte that is not white space, framing or a byte order mark; -1 when there is none. */
        int firstMeaningfulByte() {
            for (byte b : bytes) {
                int value = b & 0xff;
                boolean mark = value == 0xef || value == 0xbb || value == 0xbf;
                if (value > ' ' && !mark) {
                    return value;
                }
            }
            return -1;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Content content && Arrays.equals(bytes, content.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    public static CensusFile of(String name, byte[] bytes) {
        return new CensusFile(name, new Content(bytes));
    }
}
