package org.paperbridge.source.escl;

import java.util.List;
import java.util.Optional;
import org.paperbridge.source.ScanTrouble;

/**
 * What {@code ScannerStatus} says.
 *
 * @param state {@code Idle}, {@code Processing}, {@code Testing}, {@code Stopped}, {@code Down}
 * @param feeder {@code ScannerAdfLoaded}, {@code ScannerAdfEmpty}, {@code ScannerAdfJam} …; empty without a feeder
 */
record EsclStatus(String state, String feeder, List<Job> jobs) {

    /**
     * One job of the list.
     *
     * @param uri path of the job
     * @param state {@code Pending}, {@code Processing}, {@code Completed}, {@code Canceled}, {@code Aborted}
     * @param images sides the device says it scanned; empty when it does not
     */
    record Job(String uri, String state, Optional<Integer> images) {}

    static EsclStatus of(EsclXml answer) {
        return new EsclStatus(
                answer.text("State"),
                answer.text("AdfState"),
                answer.list("JobInfo").stream()
                        .map(j -> new Job(j.text("JobUri"), j.text("JobState"), j.number("ImagesCompleted")))
                        .toList());
    }

    /** What stands in the way of scanning at this moment. */
    Optional<ScanTrouble> trouble() {
        return switch (feeder) {
            case "ScannerAdfJam", "ScannerAdfMispick", "ScannerAdfInputTrayFailed" ->
                Optional.of(ScanTrouble.PAPER_JAM);
            case "ScannerAdfMultipickDetected" -> Optional.of(ScanTrouble.TWO_SHEETS);
            case "ScannerAdfHatchOpen", "ScannerAdfCoverOpen" -> Optional.of(ScanTrouble.COVER_OPEN);
            default ->
                switch (state) {
                    case "Processing", "Testing" -> Optional.of(ScanTrouble.BUSY);
                    case "Stopped", "Down" -> Optional.of(ScanTrouble.FAILED);
                    default -> Optional.empty();
                };
        };
    }

    boolean isFeederEmpty() {
        return feeder.equals("ScannerAdfEmpty");
    }

    Optional<Job> job(String path) {
        return jobs.stream().filter(j -> j.uri().endsWith(path)).findFirst();
    }
}
