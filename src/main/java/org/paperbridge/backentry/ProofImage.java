package org.paperbridge.backentry;

/** An encoded image or PDF. */
public final class ProofImage {

    private final String contentType;
    private final byte[] bytes;

    /** @param contentType e.g. {@code image/png}, {@code application/pdf} */
    public ProofImage(String contentType, byte[] bytes) {
        this.contentType = contentType;
        this.bytes = bytes.clone();
    }

    public String contentType() {
        return contentType;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
