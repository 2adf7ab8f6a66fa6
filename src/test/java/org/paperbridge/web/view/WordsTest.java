package org.paperbridge.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.paperbridge.validation.delivery.ParkedDelivery;
import org.paperbridge.validation.queue.TaskKind;

final class WordsTest {

    private static final Path PAGES = Path.of("src/main/resources/web/pages");
    private static final Pattern USED = Pattern.compile("t\\[\"([^\"]+)\"]");
    private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9]}");

    private final Words french = Words.load("fr");
    private final Words english = Words.load("en");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(french.texts().keySet()).isEqualTo(english.texts().keySet());
        french.texts().forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(arguments(text))
                    .as(key)
                    .isEqualTo(arguments(english.texts().getOrDefault(key, "")));
        });
    }

    @Test
    void everyWordOnAScreenIsWritten() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> pages = Files.list(PAGES)) {
            for (Path page : pages.toList()) {
                USED.matcher(Files.readString(page)).results().forEach(m -> used.add(m.group(1)));
            }
        }
        assertThat(used).hasSizeGreaterThan(80);
        assertThat(english.texts().keySet()).containsAll(used);
    }

    @Test
    void everyKindOfTaskHasANameAndSomethingToDo() {
        for (TaskKind kind : TaskKind.values()) {
            assertThat(french.texts()).containsKeys("task." + kind.code(), "todo." + kind.code());
        }
    }

    /** Codes are read from the sources, where each has words of its own for the log. */
    @Test
    void everyReasonWhyARecordDidNotArriveHasWordsAndARemedy() throws IOException {
        Pattern code = Pattern.compile("(?:DeliveryReason.of|RecordRefusedException)\\(\\s*\"([a-z-]+)\"");
        Set<String> codes = new TreeSet<>(Set.of(ParkedDelivery.CHANGED));
        for (String folder : List.of("backentry", "route")) {
            try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/paperbridge", folder))) {
                for (Path source : sources.filter(Files::isRegularFile).toList()) {
                    code.matcher(Files.readString(source)).results().forEach(m -> codes.add(m.group(1)));
                }
            }
        }
        assertThat(codes).hasSizeGreaterThan(20);
        for (String one : codes) {
            assertThat(english.texts()).containsKeys("delivery." + one, "delivery-remedy." + one);
        }
    }

    @Test
    void accentsAndApostrophesSurvive() {
        assertThat(french.say("message.start")).isEqualTo("Vers l’accueil");
        assertThat(french.say("sign-in.wait", 12)).isEqualTo("Trop de mots de passe erronés. Attendez 12 secondes.");
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
