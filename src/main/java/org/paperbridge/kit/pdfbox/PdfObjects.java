package org.paperbridge.kit.pdfbox;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Writes a PDF file object by object: plain dictionaries and one cross-reference table, which the oldest copier reads.
 * PDFBox's writer builds each file as a tree in memory and encrypts all of it; this one takes pages of an earlier file as
 * the bytes they are.
 */
final class PdfObjects {

    private final OutputStream out;
    private final Optional<PdfSeal> seal;
    private final List<Long> offsets = new ArrayList<>();
    private long written;

    /** @param seal encrypts streams and strings */
    PdfObjects(OutputStream out, Optional<PdfSeal> seal) throws IOException {
        this.out = new BufferedOutputStream(out, 1 << 16);
        this.seal = seal;
        offsets.add(0L);
        ascii("%PDF-" + (seal.isPresent() ? "1.7" : "1.6") + "\n");
        write(new byte[] {'%', (byte) 0xe2, (byte) 0xe3, (byte) 0xcf, (byte) 0xd3, '\n'});
    }

    /** A number for an object that is written later. */
    int reserve() {
        offsets.add(0L);
        return offsets.size() - 1;
    }

    void object(int number, String content) throws IOException {
        begin(number);
        ascii(content + "\nendobj\n");
    }

    /** @param entries of its dictionary beside its length */
    void stream(int number, String entries, byte[] data, int length) throws IOException {
        if (seal.isPresent()) {
            finishedStream(number, entries, seal.get().encrypt(data, length));
        } else {
            raw(number, entries, data, length);
        }
    }

    /** @param data as it shall stand in the file: encrypted already where the file is sealed */
    void finishedStream(int number, String entries, byte[] data) throws IOException {
        raw(number, entries, data, data.length);
    }

    /** Words for people, to be put into a dictionary. */
    String text(String text) {
        return string(("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE));
    }

    /** A string of the format's own, to be put into a dictionary. */
    String code(String ascii) {
        return string(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    private String string(byte[] bytes) {
        return "<"
                + HexFormat.of()
                        .formatHex(seal.map(s -> s.encrypt(bytes, bytes.length)).orElse(bytes)) + ">";
    }

    /**
     * The table and what stands after it. Nothing may be written afterwards.
     *
     * @param id sixteen bytes that tell files apart
     */
    void end(int catalog, int info, byte[] id) throws IOException {
        String hex = "<" + HexFormat.of().formatHex(id) + ">";
        String encryption = "";
        if (seal.isPresent()) {
            int number = reserve();
            object(number, seal.get().dictionary());
            encryption = " /Encrypt " + number + " 0 R";
        }
        long table = written;
        StringBuilder text = new StringBuilder("xref\n0 " + offsets.size() + "\n0000000000 65535 f \n");
        for (long offset : offsets.subList(1, offsets.size())) {
            String digits = Long.toString(offset);
            text.append("0".repeat(10 - digits.length())).append(digits).append(" 00000 n \n");
        }
        text.append("trailer\n<< /Size ").append(offsets.size());
        text.append(" /Root ")
                .append(catalog)
                .append(" 0 R /Info ")
                .append(info)
                .append(" 0 R");
        text.append(" /ID [").append(hex).append(hex).append("]").append(encryption);
        text.append(" >>\nstartxref\n").append(table).append("\n%%EOF\n");
        ascii(text.toString());
        out.flush();
    }

    private void raw(int number, String entries, byte[] data, int length) throws IOException {
        begin(number);
        ascii("<< " + entries + " /Length " + length + " >>\nstream\n");
        out.write(data, 0, length);
        written += length;
        ascii("\nendstream\nendobj\n");
    }

    private void begin(int number) throws IOException {
        offsets.set(number, written);
        ascii(number + " 0 obj\n");
    }

    private void ascii(String text) throws IOException {
        write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        written += bytes.length;
    }
}
