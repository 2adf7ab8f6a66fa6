package org.paperbridge.cli.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.paperbridge.cli.CropFile;
import org.paperbridge.form.reading.Candidate;
import org.paperbridge.read.ink.GreyCrop;
import org.paperbridge.read.line.CtcOutput;
import org.paperbridge.read.line.LexiconRanking;
import org.paperbridge.read.line.LineNetwork;
import org.paperbridge.read.tesseract.TesseractPool;

/** Lines of handwriting read by several readers: how many letters are wrong, how often the right word is among the first. */
final class LineTable {

    private LineTable() {}

    /** @param text what is written, with capitals, accents and punctuation */
    record Line(GreyCrop grey, String text) {}

    /**
     * What a reader made of a line.
     *
     * @param ranked words of the list, best first; empty without a list
     */
    record Made(String text, List<String> ranked) {}

    /** @param hasList whether it ranks the words of a list too */
    record Reader(String name, boolean hasList, Function<GreyCrop, Made> reads) {

        static Reader of(String name, LineNetwork network, List<String> words) {
            return new Reader(name, !words.isEmpty(), grey -> {
                CtcOutput output = network.output(grey);
                return new Made(
                        output.text(),
                        LexiconRanking.rank(output, words).stream()
                                .map(Candidate::value)
                                .toList());
            });
        }

        /** It gives no probabilities by letter, so its words are those that differ least from what it read. */
        static Reader of(String name, TesseractPool pool, List<String> words) {
            return new Reader(name, !words.isEmpty(), grey -> {
                String text = pool.line(grey, "").text();
                Map<String, Integer> apart = words.stream()
                        .collect(Collectors.toMap(w -> w, w -> distance(plain(text), plain(w)), (a, b) -> a));
                return new Made(
                        text,
                        words.stream()
                                .sorted(Comparator.comparing(apart::get))
                                .limit(5)
                                .toList());
            });
        }
    }

    /** @throws IOException when the table or one of its images cannot be read */
    static List<Line> read(Path table) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String row : Files.readAllLines(table)) {
            String[] cells = row.split("\t", -1);
            if (cells.length >= 2 && !cells[0].equals("file")) {
                lines.add(new Line(CropFile.read(table.resolveSibling(cells[0])), cells[1]));
            }
        }
        if (lines.isEmpty()) {
            throw new IOException(table + " lists no image: each line is a file, a tab and what is written");
        }
        return lines;
    }

    static String of(List<Line> lines, List<Reader> readers) {
        StringBuilder out = new StringBuilder("| reader | lines | letters wrong | without accents, case, punctuation |")
                .append(" first word right | among three | among five | ms a line |\n")
                .append("|---|---|---|---|---|---|---|---|\n");
        readers.forEach(reader -> out.append(row(lines, reader)));
        return out.toString();
    }

    private static String row(List<Line> lines, Reader reader) {
        int letters = 0;
        int wrong = 0;
        int plainLetters = 0;
        int plainWrong = 0;
        int[] within = new int[6];
        long started = System.nanoTime();
        for (Line line : lines) {
            Made made = reader.reads().apply(line.grey());
            letters += line.text().length();
            wrong += distance(made.text(), line.text());
            String truth = plain(line.text());
            plainLetters += truth.length();
            plainWrong += distance(plain(made.text()), truth);
            int place = made.ranked().stream().map(LineTable::plain).toList().indexOf(truth);
            for (int k = 1; k < within.length; k++) {
                within[k] += place >= 0 && place < k ? 1 : 0;
            }
        }
        double ms = (System.nanoTime() - started) / 1e6 / lines.size();
        double n = lines.size() / 100.0;
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.1f %% | %.1f %% | %s | %s | %s | %.0f |%n",
                reader.name(),
                lines.size(),
                100.0 * wrong / letters,
                100.0 * plainWrong / Math.max(1, plainLetters),
                share(reader, within[1] / n),
                share(reader, within[3] / n),
                share(reader, within[5] / n),
                ms);
    }

    private static String share(Reader reader, double percent) {
        return reader.hasList() ? String.format(Locale.ROOT, "%.1f %%", percent) : "–";
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Letters to change, add or leave out. */
    private static int distance(String a, String b) {
        return LevenshteinDistance.getDefaultInstance().apply(a, b);
    }
}
