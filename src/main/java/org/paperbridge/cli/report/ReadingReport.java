package org.paperbridge.cli.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PageBox;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.read.crop.ZoneSampler;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.opencv.OpenCvZoneSampler;
import org.paperbridge.validation.PageJudge.Judgement;
import org.paperbridge.web.view.Words;

/**
 * One HTML file with everything seen on the sides it is told of: each crop, the ink in it, candidates, probability and
 * decision. Sides are written as they come, so that a stack of any size fits; the file appears when it is whole, and only
 * its owner may read it: it shows patients.
 */
public final class ReadingReport implements AutoCloseable {

    private static final int PAGE_PX = 900;

    private final PebbleEngine engine;
    private final Words words;
    private final Path file;
    private final Path part;
    private final Writer out;
    private int sides;
    private boolean whole;

    private ReadingReport(Path file, Path part, Writer out, Words words) {
        ClasspathLoader loader = new ClasspathLoader(ReadingReport.class.getClassLoader());
        loader.setPrefix("report");
        loader.setSuffix(".html");
        loader.setCharset("UTF-8");
        this.engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(true)
                .build();
        this.words = words;
        this.file = file;
        this.part = part;
        this.out = out;
    }

    /**
     * Begins a report.
     *
     * @throws IOException when no file can be written there
     */
    public static ReadingReport start(Path file, String language) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder, "." + file.getFileName(), ".part");
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        ReadingReport report = new ReadingReport(
                file, part, Files.newBufferedWriter(part, StandardCharsets.UTF_8), Words.load(language));
        report.fill("head", Map.of());
        return report;
    }

    /** A page that was read. */
    public void add(
            String name, int index, PageImage image, FormTemplate form, PageOutcome.Read read, Judgement judgement)
            throws IOException {
        LayoutPage page = form.layout().getPage(read.identity().page());
        try (ZoneSampler sampler = new OpenCvZoneSampler(image, read.registration())) {
            GreyCrop upright = sampler.cut(new PageBox(0, 0, page.widthMm(), page.heightMm()))
                    .grey();
            List<FieldLine> lines = new FieldLines(form, page, judgement, words).of(read, sampler);
            fill(
                    "side",
                    Map.of(
                            "name",
                            name,
                            "number",
                            index + 1,
                            "anchor",
                            "s" + ++sides,
                            "form",
                            read.identity().form() + " · " + read.identity().page() + "/"
                                    + form.layout().pages().size(),
                            "outcome",
                            judgement.outcomeCode(read),
                            "residual",
                            String.format(
                                    Locale.ROOT, "%.3f", read.registration().residualMm()),
                            "picture",
                            EmbeddedPicture.jpeg(upright.width(), upright.height(), upright.values(), PAGE_PX),
                            "lines",
                            lines,
                            "counts",
                            counts(lines)));
        }
    }

    /** A side that was not read, or a file that could not be opened: then its index is negative. */
    public void add(String name, int index, Optional<PageImage> image, PageOutcome outcome) throws IOException {
        String why = switch (outcome) {
            case PageOutcome.Unidentified unknown -> unknown.reason();
            case PageOutcome.Unregistered lost -> lost.reason();
            case PageOutcome.Undecodable bad -> bad.reason();
            default -> outcome.code();
        };
        fill(
                "unread",
                Map.of(
                        "name", name,
                        "number", index + 1,
                        "outcome", outcome.code(),
                        "reason", words.texts().getOrDefault("reason." + why, why),
                        "picture",
                                image.map(i -> EmbeddedPicture.jpeg(i.width(), i.height(), i.grey(), PAGE_PX))
                                        .orElse("")));
    }

    /** The report is complete: it appears when it is closed. Without this word nothing appears. */
    public void finish() throws IOException {
        fill("foot", Map.of());
        whole = true;
    }

    private String counts(List<FieldLine> lines) {
        Map<String, Long> counts = new HashMap<>();
        lines.forEach(line -> counts.merge(line.decision(), 1L, Long::sum));
        return words.say(
                "report.counts",
                counts.getOrDefault("auto", 0L),
                counts.getOrDefault("confirm", 0L) + counts.getOrDefault("double-entry", 0L),
                counts.getOrDefault("none", 0L));
    }

    private void fill(String template, Map<String, Object> values) throws IOException {
        Map<String, Object> all = new HashMap<>(values);
        all.put("t", words.texts());
        all.put("language", words.language());
        engine.getTemplate(template).evaluate(out, all, Locale.of(words.language()));
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (whole) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(part);
        }
    }
}
