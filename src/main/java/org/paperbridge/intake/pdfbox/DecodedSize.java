package org.paperbridge.intake.pdfbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.paperbridge.intake.UndecodableException;
import org.paperbridge.intake.UndecodableException.Reason;

/**
 * Unpacks a stream once and counts, before PDFBox unpacks it into memory. PDFBox also passes over what is damaged; here
 * damage is an error, because a page with a silent hole is no page.
 */
final class DecodedSize {

    /** Most that one byte can become: a run of 258 bytes in two bits of deflate. */
    private static final long MOST_GROWTH = 1032;

    /** Pictures, whose readers look at the declared size first. */
    private static final Set<COSName> PICTURES = Set.of(
            COSName.DCT_DECODE, COSName.JPX_DECODE, COSName.JBIG2_DECODE, COSName.CCITTFAX_DECODE, COSName.CRYPT);

    private DecodedSize() {}

    /** Whether it cannot exceed the size, whatever is in it. */
    static boolean isSurelyBelow(COSStream stream, long most) {
        long size = stream.getLength();
        for (COSName filter : filters(stream)) {
            size *= PICTURES.contains(filter) || size > most ? 1 : MOST_GROWTH;
        }
        return size <= most;
    }

    /**
     * Unpacks and forgets.
     *
     * @param most bytes
     * @throws UndecodableException when there are more
     * @throws IOException when it is damaged
     */
    static void check(COSStream stream, long most) throws IOException {
        List<COSName> filters = filters(stream);
        InputStream in = stream.createRawInputStream();
        for (int i = 0; i < filters.size() && !PICTURES.contains(filters.get(i)); i++) {
            boolean last = i == filters.size() - 1 || PICTURES.contains(filters.get(i + 1));
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            try (InputStream packed = in;
                    Counting out = new Counting(last ? OutputStream.nullOutputStream() : kept, most)) {
                if (filters.get(i).equals(COSName.FLATE_DECODE)) {
                    new InflaterInputStream(packed).transferTo(out);
                } else {
                    FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(packed, out, stream, i);
                }
            }
            in = new ByteArrayInputStream(kept.toByteArray());
        }
        in.close();
    }

    private static List<COSName> filters(COSStream stream) {
        return new PDStream(stream).getFilters();
    }

    /** Ends what grows too large. */
    private static final class Counting extends OutputStream {

        private final OutputStream out;
        private long left;

        Counting(OutputStream out, long most) {
            this.out = out;
            this.left = most;
        }

        @Override
        public void write(int value) throws IOException {
            take(1);
            out.write(value);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            take(length);
            out.write(bytes, from, length);
        }

        private void take(int length) {
            left -= length;
            if (left < 0) {
                throw new UndecodableException(Reason.TOO_LARGE);
            }
        }
    }
}
