package org.paperbridge.publish;

import java.io.IOException;

/** A printer that takes PDF. */
public interface Printer {

    /**
     * What a job asks for.
     *
     * @param name on the printer's list of jobs; the same document of the same kit always has the same
     * @param sides IPP keyword: one-sided, two-sided-long-edge or two-sided-short-edge
     * @param media PWG name of the sheet, e.g. iso_a4_210x297mm
     */
    record Job(String name, int copies, String sides, String media) {}

    /**
     * Looks whether the printer takes such a job at all.
     *
     * @throws PublishException saying in plain words why not
     */
    void check(Job job) throws IOException, PublishException;

    /**
     * Prints, and waits until the paper is out. A job of that name that the printer still has, or has finished, is not
     * sent again.
     *
     * @throws PublishException saying in plain words what is the matter
     */
    void print(Job job, byte[] pdf) throws IOException, PublishException;
}
