package org.paperbridge.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.paperbridge.form.census.KnownPeople;
import org.paperbridge.form.formulary.Formulary;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.page.PrintedForms;
import org.paperbridge.identify.CodeLadder;
import org.paperbridge.identify.PageIdentifier;
import org.paperbridge.identify.zxing.ZxingCodeFinder;
import org.paperbridge.identify.zxing.ZxingGridDecoder;
import org.paperbridge.key.KeyRing;
import org.paperbridge.pagecode.PageCodec;
import org.paperbridge.process.FramedCodes;
import org.paperbridge.process.IdentityLines;
import org.paperbridge.process.LookAlikes;
import org.paperbridge.process.NamedPages;
import org.paperbridge.process.PageFrames;
import org.paperbridge.process.PageProcessor;
import org.paperbridge.process.PrintedIdentity;
import org.paperbridge.process.ShortCodeFinder;
import org.paperbridge.read.FieldReader;
import org.paperbridge.read.PrintedLineReader;
import org.paperbridge.register.opencv.OpenCvRegistrar;
import org.paperbridge.validation.PageJudge;
import org.paperbridge.validation.policy.RiskPolicyFile;

/** What reading commands are made of. */
public final class Reading {

    private Reading() {}

    /** @param printed names pages whose codes are gone */
    public static PageProcessor processor(
            KeyRing keys, FormCatalogue forms, FieldReader reader, PrintedLineReader lines, PrintedForms printed) {
        return processor(keys, forms, reader, lines, IdentityLines.ALL, printed);
    }

    /**
     * Likewise with another measure of comparing print and page code.
     *
     * @param compared how much of the identity block is read
     */
    public static PageProcessor processor(
            KeyRing keys,
            FormCatalogue forms,
            FieldReader reader,
            PrintedLineReader lines,
            IdentityLines compared,
            PrintedForms printed) {
        OpenCvRegistrar registrar = new OpenCvRegistrar();
        return new PageProcessor(
                new PageIdentifier(
                        new CodeLadder(List.of(
                                ZxingCodeFinder.firstLook(),
                                new FramedCodes(registrar, new ZxingGridDecoder(), forms),
                                ZxingCodeFinder.thorough())),
                        new PageCodec(keys),
                        forms),
                registrar,
                reader,
                new PrintedIdentity(lines, compared),
                new PageFrames(registrar, forms),
                new ShortCodeFinder(lines),
                new LookAlikes(forms, lines, reader),
                new NamedPages(keys.site(), printed, forms));
    }

    /** The policy in {@code pipeline/} of the working folder or of the installation. */
    public static PageJudge judge() {
        return judge(Formulary.none());
    }

    /** Likewise where products have numbers. */
    public static PageJudge judge(Formulary formulary) {
        return new PageJudge(
                RiskPolicyFile.load(pipeline().resolve("risk-policy.yaml")), KnownPeople::nobody, () -> formulary);
    }

    public static Path pipeline() {
        Path here = Path.of("pipeline");
        Path installed = Path.of(System.getProperty("paperbridge.install", "."), "pipeline");
        if (Files.isDirectory(here)) {
            return here;
        }
        if (Files.isDirectory(installed)) {
            return installed;
        }
        throw new RefusedException("There is no pipeline/ folder here; run from the installation's folder.");
    }
}
