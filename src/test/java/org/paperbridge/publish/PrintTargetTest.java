package org.paperbridge.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.paperbridge.kit.folder.KitCheck;
import org.paperbridge.kit.pdfbox.OpenedPdf;
import org.paperbridge.publish.jipp.IppPrinter;

/** FEATURE UNDER TEST: chosen files of a sealed kit come out of a real IPP printer, once, and what hinders is said. */
final class PrintTargetTest {

    private static final String PDF = "application/pdf,image/pwg-raster";
    private static final String A4 = "iso_a4_210x297mm";

    @TempDir
    private Path home = Path.of("");

    @BeforeEach
    void installed() {
        assumeThat(LocalPrinter.isInstalled()).as(LocalPrinter.MISSING).isTrue();
    }

    @Test
    void theChosenFilesOfOneUnitComeOutOpenAndTwoPatientsNeverShareASheet() throws Exception {
        SignedKit kit = SmallKit.read(SmallKit.write(home.resolve("kit"), 3, 1, true));
        try (LocalPrinter printer = new LocalPrinter(home, PDF, true)) {
            printer.fillTrays(A4, true);
            target(printer.address("ipp"), Optional.empty(), "two-sided-long-edge", 2)
                    .publish(kit);
            assertThat(printer.paper()).hasSize(2);
            assertThat(pages(printer.paper().get(0))).isEqualTo(1);
            // Three forms of one page, each followed by a blank back.
            assertThat(pages(printer.paper().get(1))).isEqualTo(6);
            assertThat(printer.asked())
                    .hasSize(2)
                    .allSatisfy(job -> assertThat(job)
                            .contains("IPP_COPIES=2\n", "IPP_SIDES=two-sided-long-edge\n", "IPP_MEDIA=" + A4 + "\n")
                            .contains("IPP_JOB_NAME=CARD "));
        }
        // Only the printer has it in clear.
        assertThatThrownBy(() -> pages(kit.folder().resolve("CARD/20-prescription.pdf")))
                .isInstanceOf(org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException.class);
    }

    @Test
    void anEmptyTrayIsSaidAndTheJobThatWaitsIsNotSentTwice() throws Exception {
        SignedKit kit = SmallKit.read(SmallKit.write(home.resolve("kit"), 1, 1, true));
        try (LocalPrinter printer = new LocalPrinter(home, PDF, false)) {
            printer.fillTrays(A4, false);
            PrintTarget target = target(printer.address("ipp"), Optional.empty(), "one-sided", 1);
            assertThatThrownBy(() -> target.publish(kit)).isInstanceOfSatisfying(PublishException.class, refused -> {
                assertThat(refused.said().en()).contains("out of paper", "not sent twice");
                assertThat(refused.said().fr()).contains("plus de papier");
            });
            printer.fillTrays(A4, true);
            PrintTarget patient = new PrintTarget(
                    new IppPrinter(printer.address("ipp"), Optional.empty(), Duration.ofSeconds(60)),
                    target.unit(),
                    target.files(),
                    target.job(),
                    target.ready(),
                    target.clock());
            patient.publish(kit);
            assertThat(printer.paper()).hasSize(2);
            patient.publish(kit);
            assertThat(printer.paper()).hasSize(2);

            new PrintTarget(
                            patient.printer(),
                            patient.unit(),
                            patient.files(),
                            patient.job(),
                            patient.ready(),
                            Clock.offset(patient.clock(), Duration.ofDays(1)))
                    .publish(kit);
            assertThat(printer.paper()).as("the next night").hasSize(4);
        }
    }

    @Test
    void aPrinterThatCannotDoItIsRefusedInPlainWords() throws Exception {
        SignedKit kit = SmallKit.read(SmallKit.write(home.resolve("kit"), 1, 1, true));
        try (LocalPrinter printer = new LocalPrinter(home, "image/pwg-raster,image/jpeg", false)) {
            assertThatThrownBy(() -> target(printer.address("ipp"), Optional.empty(), "one-sided", 1)
                            .publish(kit))
                    .hasMessageContaining("does not take PDF");
        }
        try (LocalPrinter printer = new LocalPrinter(home.resolve("b"), PDF, false)) {
            assertThatThrownBy(() -> target(printer.address("ipp"), Optional.empty(), "two-sided-long-edge", 1)
                            .publish(kit))
                    .hasMessageContaining("does not print two-sided");
            PrintTarget huge = target(printer.address("ipp"), Optional.empty(), "one-sided", 1);
            assertThatThrownBy(() -> new PrintTarget(
                                    huge.printer(),
                                    huge.unit(),
                                    huge.files(),
                                    new Printer.Job("", 1, "one-sided", "iso_a0_841x1189mm"),
                                    huge.ready(),
                                    huge.clock())
                            .publish(kit))
                    .hasMessageContaining("does not have this sheet size (iso_a0_841x1189mm)");
            assertThat(printer.paper()).isEmpty();
        }
        assertThatThrownBy(() -> target(URI.create("ipp://localhost:9/ipp"), Optional.empty(), "one-sided", 1)
                        .publish(kit))
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void aPrinterThatSignsItsOwnCertificateIsTrustedByItsFingerprintOnly() throws Exception {
        SignedKit kit = SmallKit.read(SmallKit.write(home.resolve("kit"), 1, 1, true));
        try (LocalPrinter printer = new LocalPrinter(home, PDF, false)) {
            printer.fillTrays(A4, true);
            URI secure = printer.address("ipps");
            assertThatThrownBy(() ->
                            target(secure, Optional.empty(), "one-sided", 1).publish(kit))
                    .hasMessageContaining("SSLHandshakeException");
            assertThatThrownBy(() -> target(secure, Optional.of("00".repeat(32)), "one-sided", 1)
                            .publish(kit))
                    .hasMessageContaining("SSLHandshakeException");
            assertThat(printer.paper()).isEmpty();
            target(secure, Optional.of(fingerprint(printer.certificate())), "one-sided", 1)
                    .publish(kit);
            assertThat(printer.paper()).hasSize(2);
        }
    }

    private static PrintTarget target(URI address, Optional<String> certificate, String sides, int copies) {
        return new PrintTarget(
                new IppPrinter(address, certificate, Duration.ofSeconds(3)),
                Optional.of("CARD"),
                List.of("00", "20"),
                new Printer.Job("", copies, sides, A4),
                (entry, pdf, duplex) -> OpenedPdf.open(
                        pdf,
                        SmallKit.PASSWORD,
                        duplex ? Collections.nCopies(entry.forms().size(), 1) : List.of()),
                Clock.fixed(Instant.parse("2026-02-09T05:00:00Z"), ZoneOffset.UTC));
    }

    private static int pages(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return document.getNumberOfPages();
        }
    }

    private static String fingerprint(Path certificate) throws Exception {
        try (InputStream in = Files.newInputStream(certificate)) {
            return KitCheck.sha256(CertificateFactory.getInstance("X.509")
                    .generateCertificate(in)
                    .getEncoded());
        }
    }
}
