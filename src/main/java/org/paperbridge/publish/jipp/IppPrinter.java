package org.paperbridge.publish.jipp;

import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Types;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.paperbridge.publish.Printer;
import org.paperbridge.publish.PublishException;
import org.paperbridge.publish.Said;

/** A printer or print server that speaks IPP 1.1 or newer. */
public final class IppPrinter implements Printer {

    private static final String PDF = "application/pdf";
    private static final String USER = "paperbridge";
    private static final byte[] NOTHING = {};
    /** Successful status codes end here (RFC 8011, appendix B). */
    private static final int LAST_SUCCESS = 0x00ff;

    private final URI address;
    private final IppExchange exchange;
    private final Duration patience;

    /**
     * @param address {@code ipp://} or {@code ipps://}
     * @param certificate SHA-256 of the only certificate that is trusted, hex
     * @param patience how long the paper may take; then the job stays with the printer and is asked for next time
     */
    public IppPrinter(URI address, Optional<String> certificate, Duration patience) {
        this.address = address;
        this.exchange = new IppExchange(address, certificate);
        this.patience = patience;
    }

    @Override
    public void check(Job job) throws IOException, PublishException {
        AttributeGroup printer = attributes();
        if (!supports(printer, Types.documentFormatSupported, PDF)) {
            throw new PublishException(
                    "Cette imprimante ne lit pas le PDF : donnez l'adresse d'un serveur d'impression (CUPS, Windows) ou une imprimante PDF.",
                    "This printer does not take PDF: give the address of a print server (CUPS, Windows) or a PDF printer.");
        }
        if (!supports(printer, Types.sidesSupported, job.sides())) {
            throw new PublishException(
                    "Cette imprimante ne fait pas le recto verso demandé (" + job.sides() + ").",
                    "This printer does not print two-sided as asked (" + job.sides() + ").");
        }
        if (!supports(printer, Types.mediaSupported, job.media())) {
            throw new PublishException(
                    "Cette imprimante n'a pas ce format de papier (" + job.media() + ").",
                    "This printer does not have this sheet size (" + job.media() + ").");
        }
        if (Boolean.FALSE.equals(printer.getValue(Types.printerIsAcceptingJobs))) {
            throw new PublishException(
                    words("L'imprimante n'accepte pas de travaux", "The printer accepts no jobs", reasons(printer)));
        }
    }

    @Override
    public void print(Job job, byte[] pdf) throws IOException, PublishException {
        Optional<Integer> known = findJob(job.name());
        int number = known.isPresent() ? known.get() : send(job, pdf);
        follow(number);
    }

    private int send(Job job, byte[] pdf) throws IOException, PublishException {
        IppPacket.Builder request = IppPacket.printJob(address)
                .putOperationAttributes(
                        Types.requestingUserName.of(USER), Types.jobName.of(job.name()), Types.documentFormat.of(PDF))
                .putJobAttributes(
                        Types.copies.of(job.copies()), Types.sides.of(job.sides()), Types.media.of(job.media()));
        if (supportsForSure(attributes(), Types.printScalingSupported, "none")) {
            // The reader finds a page's fields by its corner marks, and a page that was "fitted" is a smaller one.
            request.putJobAttributes(Types.printScaling.of("none"));
        }
        IppPacket answer = exchange.send(request.build(), pdf);
        refuse(answer, "L'imprimante a refusé le document", "The printer refused the document");
        Integer number = answer.getValue(Tag.jobAttributes, Types.jobId);
        if (number == null) {
            throw new IOException("No job number");
        }
        return number;
    }

    /** Until the paper is out. */
    private void follow(int number) throws IOException, PublishException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            IppPacket answer = exchange.send(
                    IppPacket.getJobAttributes(address, number, Types.jobState, Types.jobStateReasons)
                            .putOperationAttributes(Types.requestingUserName.of(USER))
                            .build(),
                    NOTHING);
            refuse(answer, "L'imprimante ne connaît plus le travail", "The printer no longer knows the job");
            JobState state = answer.getValue(Tag.jobAttributes, Types.jobState);
            List<String> reasons = strings(answer, Types.jobStateReasons);
            if (JobState.completed.equals(state)) {
                return;
            }
            if (JobState.aborted.equals(state) || JobState.canceled.equals(state)) {
                throw new PublishException(words("Le travail n'a pas été imprimé", "The job was not printed", reasons));
            }
            if (System.nanoTime() > end) {
                throw new PublishException(words(
                        "Le travail attend dans l'imprimante et n'est pas envoyé deux fois",
                        "The job waits in the printer and is not sent twice",
                        reasons(attributes())));
            }
            rest();
        }
    }

    /** A job that an interrupted earlier try left, by its name; not one that the printer gave up. */
    private Optional<Integer> findJob(String name) throws IOException {
        for (String which : List.of("not-completed", "completed")) {
            IppPacket answer = exchange.send(
                    IppPacket.getJobs(address, Types.jobId, Types.jobName, Types.jobState)
                            .putOperationAttributes(
                                    Types.requestingUserName.of(USER), Types.whichJobs.of(which), Types.myJobs.of(true))
                            .build(),
                    NOTHING);
            if (answer.getCode() > LAST_SUCCESS) {
                // A printer that keeps no list of jobs.
                continue;
            }
            for (AttributeGroup job : answer.getAttributeGroups()) {
                JobState state = job.getValue(Types.jobState);
                boolean given = JobState.aborted.equals(state) || JobState.canceled.equals(state);
                Integer number = job.getValue(Types.jobId);
                if (job.getTag().equals(Tag.jobAttributes)
                        && number != null
                        && !given
                        && name.equals(job.getString(Types.jobName))) {
                    return Optional.of(number);
                }
            }
        }
        return Optional.empty();
    }

    private AttributeGroup attributes() throws IOException {
        IppPacket answer = exchange.send(
                IppPacket.getPrinterAttributes(
                                address,
                                Types.documentFormatSupported,
                                Types.sidesSupported,
                                Types.mediaSupported,
                                Types.printScalingSupported,
                                Types.printerState,
                                Types.printerStateReasons,
                                Types.printerIsAcceptingJobs)
                        .putOperationAttributes(Types.requestingUserName.of(USER))
                        .build(),
                NOTHING);
        AttributeGroup printer = answer.get(Tag.printerAttributes);
        if (answer.getCode() > LAST_SUCCESS || printer == null) {
            throw new IOException("IPP status " + answer.getStatus().getName());
        }
        return printer;
    }

    private static List<String> reasons(AttributeGroup printer) {
        List<String> reasons = printer.getStrings(Types.printerStateReasons);
        boolean silent = reasons == null || reasons.isEmpty() || reasons.equals(List.of("none"));
        return silent && PrinterState.stopped.equals(printer.getValue(Types.printerState))
                ? List.of("printer-stopped")
                : reasons == null ? List.of() : reasons;
    }

    private static List<String> strings(IppPacket answer, com.hp.jipp.encoding.AttributeSetType<?> type) {
        AttributeGroup group = answer.get(Tag.jobAttributes);
        List<String> strings = group == null ? null : group.getStrings(type);
        return strings == null ? List.of() : strings;
    }

    /** A printer that does not say what it supports is asked to try. */
    private static boolean supports(AttributeGroup printer, AttributeType<?> type, String value) {
        List<String> values = printer.getStrings(type);
        return values == null || values.isEmpty() || values.contains(value);
    }

    private static boolean supportsForSure(AttributeGroup printer, AttributeType<?> type, String value) {
        List<String> values = printer.getStrings(type);
        return values != null && values.contains(value);
    }

    private static void refuse(IppPacket answer, String fr, String en) throws PublishException {
        if (answer.getCode() > LAST_SUCCESS) {
            String status = answer.getStatus().getName();
            throw new PublishException(fr + " (" + status + ").", en + " (" + status + ").");
        }
    }

    private static Said words(String fr, String en, List<String> reasons) {
        Said said = PrinterWords.of(reasons);
        return said.en().isEmpty()
                ? new Said(fr + ".", en + ".")
                : new Said(fr + " : " + said.fr() + ".", en + ": " + said.en() + ".");
    }

    private static void rest() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", e);
        }
    }
}
