package org.paperbridge.simulate.opencv;

import org.paperbridge.form.page.PageRegistration.Homography;

/**
 * What a scanner delivered. Not a record because it owns an array.
 */
public final class RoughScan {

    private final byte[] file;
    private final Homography truth;

    @SuppressWarnings("ArrayReferenceParameter")
    RoughScan(byte[] file, Homography truth) {
        this.file = file;
        this.truth = truth;
    }

    /** JPEG, or PNG when black and white; not a copy. */
    public byte[] file() {
        return file;
    }

    /** Where the printed page lies: page frame (mm) to scan frame (px). */
    public Homography truth() {
        return truth;
    }
}
