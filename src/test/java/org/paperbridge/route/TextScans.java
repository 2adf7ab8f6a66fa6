package org.paperbridge.route;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paperbridge.form.batch.BatchLabel;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.validation.SmallForm;
import org.paperbridge.validation.queue.Answer;

/**
 * Files of text in place of scans: {@code STACK}, then one side a line: {@code sure SERIAL}, {@code asks SERIAL}, {@code
 * blank}, {@code nocode}, {@code broken}, {@code crash}.
 */
public final class TextScans implements PageSource, PageReader {

    private static final Instant ISSUED = Instant.parse("2026-09-22T06:00:00Z");

    @Override
    public OpenOriginal open(SeekableByteChannel content) throws IOException {
        String text = new String(Channels.newInputStream(content).readAllBytes(), StandardCharsets.UTF_8);
        content.close();
        if (text.isEmpty()) {
            throw new OriginalRefusedException("empty");
        }
        if (!text.startsWith("STACK\n")) {
            throw new OriginalRefusedException("not-a-document");
        }
        List<String> sides = text.lines().skip(1).toList();
        return new OpenOriginal() {
            @Override
            public int pages() {
                return sides.size();
            }

            @Override
            public PageImage decode(int index) {
                String side = sides.get(index);
                if (side.equals("broken")) {
                    throw new PageUndecodableException("truncated");
                }
                byte[] bytes = side.getBytes(StandardCharsets.UTF_8);
                return new PageImage(bytes.length, 1, bytes, 300, Set.of());
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public PageOutcome read(PageImage image, Optional<Answer.Naming> named) {
        String[] words = new String(image.grey(), StandardCharsets.UTF_8).split(" ");
        return switch (named.isPresent() ? "asks" : words[0]) {
            case "sure" ->
                SmallForm.page(
                        words[1], SmallForm.read("pulse-1", 0.9999, "72"), SmallForm.read("pulse-band-1", 1, "normal"));
            case "asks" ->
                SmallForm.page(
                        named.map(n -> ((Answer.NamePage) n).serial()).orElse(words[words.length - 1]),
                        SmallForm.read("pulse-1", 0.9999, "72"),
                        SmallForm.read("pulse-band-1", 1, "normal"),
                        SmallForm.read("dose", 0.98, "500"),
                        SmallForm.read("route", 0.98, "oral"));
            case "header" ->
                new PageOutcome.BatchHeader(new BatchLabel(
                        1, "BATCH00001", "CARD", "night", "ada", Optional.of(Integer.parseInt(words[1])), ISSUED));
            case "blank" -> new PageOutcome.Blank(0.0001);
            case "nocode" -> new PageOutcome.Unidentified("no code");
            default -> throw new IllegalStateException("The reader fell over");
        };
    }
}
