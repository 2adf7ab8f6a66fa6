package org.paperbridge.census;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A census file in memory.
 *
 * @param name shown in findings; the last part of a path, never the folder
 * @param writtenAt dates what the file itself gives no time for; absent: now
 */
public record CensusFile(String name, Content content, Optional<Instant> writtenAt) {

    /** Bytes as delivered: the messages themselves say which character set they are in. */
    public static final class Content {

        private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

        private final byte[] bytes;

        /** @param bytes as delivered; a UTF-8 byte order mark, which Windows editors write, is left out */
        public Content(byte[] bytes) {
            boolean marked = bytes.length >= MARK.length && Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length);
            this.bytes = Arrays.copyOfRange(bytes, marked ? MARK.length : 0, bytes.length);
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        /** First byte that is not white space or framing; -1 when there is none. */
        public int firstMeaningfulByte() {
            for (byte b : bytes) {
                int value = b & 0xff;
                if (value > ' ') {
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
        return new CensusFile(name, new Content(bytes), Optional.empty());
    }

    /** @param writtenAt when the file was last changed: an old export must not look like today's */
    public static CensusFile of(String name, byte[] bytes, Instant writtenAt) {
        return new CensusFile(name, new Content(bytes), Optional.of(writtenAt));
    }
}
