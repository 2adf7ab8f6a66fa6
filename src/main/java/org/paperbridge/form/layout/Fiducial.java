package org.paperbridge.form.layout;

/**
 * A printed mark that locates the page.
 *
 * @param id {@code TL}, {@code TR}, {@code BL} or {@code BR} for squares; {@code A0}.. for ArUco markers
 * @param kind how it looks
 * @param box outer edge, mm
 */
public record Fiducial(String id, Kind kind, PageBox box) {

    public enum Kind {
        /** Plain black square. */
        SQUARE,
        /** ArUco marker of dictionary 4x4_50; its number is the digit in the id. */
        ARUCO
    }
}
