package org.paperbridge.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.paperbridge.form.layout.FormRef;
import org.paperbridge.form.layout.Layout;
import org.paperbridge.template.author.FormSource;
import org.paperbridge.template.check.FrozenMeaning;
import org.paperbridge.template.check.GeometryCheck;
import org.paperbridge.template.check.LineFinder;
import org.paperbridge.template.check.MeaningCheck;
import org.paperbridge.template.check.SchemaCheck;
import org.paperbridge.template.file.FormFolder;
import org.paperbridge.template.file.LayoutFile;
import org.paperbridge.template.file.MeaningFile;
import org.paperbridge.template.file.TemplateFiles;
import org.paperbridge.template.layout.LayoutEngine;
import org.paperbridge.template.layout.LayoutOverflowException;

/** Shape, geometry and meaning of a form that is being written. */
public final class TemplateCheck {

    private final TemplateFiles files;
    private final LayoutEngine engine;
    private final SchemaCheck schema = new SchemaCheck();

    public TemplateCheck(TemplateFiles files, LayoutEngine engine) {
        this.files = files;
        this.engine = engine;
    }

    /** All mistakes, in the order of their layers; empty when the form may be released. */
    public List<TemplateFinding> check(FormRef ref) {
        try {
            FormFolder folder = FormFolder.load(files, ref);
            List<TemplateFinding> findings = new ArrayList<>(schema.checkForm(folder.form()));
            boolean shaped = findings.isEmpty();
            findings.addAll(schema.checkBeside(folder));
            findings.addAll(checkNumber(ref, folder));
            findings.addAll(shaped ? checkComputed(folder) : checkWhatCanBe(folder));
            return findings.stream().distinct().toList();
        } catch (InvalidTemplateException e) {
            return e.findings();
        }
    }

    /**
     * The geometry as the engine computes it today.
     *
     * @throws InvalidTemplateException with all mistakes
     */
    public Layout compute(FormRef ref) {
        List<TemplateFinding> findings = check(ref);
        if (!findings.isEmpty()) {
            throw new InvalidTemplateException(findings);
        }
        FormFolder folder = FormFolder.load(files, ref);
        return engine.compute(folder.source(), folder.words(files));
    }

    /** The number in the page code belongs to one form for ever. */
    private List<TemplateFinding> checkNumber(FormRef ref, FormFolder folder) {
        int number = folder.form().root().path("number").asInt();
        Stream<FormRef> released = ReleasedForms.lines(
                        files.find("released.txt").orElse(""))
                .stream()
                .map(ReleasedForms.Line::ref);
        return Stream.concat(released, files.listDrafts().stream())
                .distinct()
                .filter(other -> !other.form().equals(ref.form()))
                .filter(other -> hasNumber(other, number))
                .map(other -> folder.form().finding("/number", "number " + number + " is that of form " + other.form()))
                .distinct()
                .toList();
    }

    /** Another draft that cannot be read is found when it is checked itself. */
    private boolean hasNumber(FormRef form, int number) {
        try {
            return FormFolder.load(files, form).form().root().path("number").asInt() == number;
        } catch (InvalidTemplateException e) {
            return false;
        }
    }

    /** A form with mistakes of shape may still have a layout; what can be said of its meaning is said at once. */
    private List<TemplateFinding> checkWhatCanBe(FormFolder folder) {
        try {
            return checkComputed(folder);
        } catch (IllegalArgumentException e) {
            return List.of(); // a word the engine does not know, and the shape has been blamed for it
        }
    }

    private List<TemplateFinding> checkComputed(FormFolder folder) {
        FormSource source = folder.source();
        Map<String, Map<String, String>> words = folder.words(files);
        Layout layout;
        try {
            layout = engine.compute(source, words);
        } catch (LayoutOverflowException e) {
            return List.of(LineFinder.finding(folder.form(), e.field(), e.reason()));
        }
        List<TemplateFinding> findings = new ArrayList<>();
        layout.pages()
                .forEach(p -> GeometryCheck.check(p)
                        .forEach(m -> findings.add(LineFinder.finding(folder.form(), m.field(), m.message()))));
        findings.addAll(MeaningCheck.check(folder, layout, words));
        findings.addAll(checkFrozen(folder, layout));
        return findings;
    }

    /** A released version may be corrected, as long as paper keeps its meaning. */
    private List<TemplateFinding> checkFrozen(FormFolder folder, Layout computed) {
        String path = FormFolder.pathOf(computed.form());
        boolean released = ReleasedForms.lines(files.find("released.txt").orElse("")).stream()
                .anyMatch(l -> l.ref().equals(computed.form()));
        if (!released) {
            return List.of();
        }
        Layout frozen = LayoutFile.read(files.find(path + "layout.json").orElseThrow());
        return files.find(path + MeaningFile.NAME)
                .map(json -> FrozenMeaning.check(folder, frozen, computed, MeaningFile.read(json)))
                .orElseGet(() -> List.of(new TemplateFinding(
                        "templates/" + path + MeaningFile.NAME,
                        0,
                        "is missing: nothing says what the words meant when this version was released")));
    }
}
