package org.paperbridge.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may use what. {@code docs/architecture.md} draws this table; both change in the same commit. */
final class ArchitectureTest {

    private static final String ROOT = "org.paperbridge.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.paperbridge");

    @ParameterizedTest(name = "{0} may use {1} {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        # package   | our packages                                                    | libraries
        form        | -                                                               | -
        template    | form                                                            | com.fasterxml.jackson com.networknt org.yaml
        key         | -                                                               | com.fasterxml.jackson com.codahale.shamir
        natives     | -                                                               | org.opencv org.bytedeco com.sun.jna
        pagecode    | form key                                                        | -
        kit         | form pagecode                                                   | org.apache.pdfbox org.apache.fontbox com.google.zxing
        publish     | form kit                                                        | com.fasterxml.jackson com.jcraft.jsch com.hp.jipp kotlin com.sun.nio.file
        questionnaire | form template                                                 | ca.uhn.fhir org.hl7.fhir com.fasterxml.jackson
        census      | form                                                            | ca.uhn.fhir ca.uhn.hl7v2 org.hl7.fhir
        intake      | form natives                                                    | org.apache.pdfbox org.opencv com.sun.jna com.twelvemonkeys
        identify    | form pagecode                                                   | com.google.zxing
        register    | form natives                                                    | org.opencv
        read        | form natives                                                    | org.opencv ai.onnxruntime net.sourceforge.tess4j com.sun.jna com.google.zxing com.fasterxml.jackson
        validation  | form                                                            | com.fasterxml.jackson
        backentry   | form                                                            | ca.uhn.fhir ca.uhn.hl7v2 org.hl7.fhir
        process     | form pagecode intake identify register read validation          | -
        store       | form key validation backentry process                           | org.jdbi org.flywaydb com.zaxxer.hikari com.fasterxml.jackson
        source      | -                                                               | com.fasterxml.jackson com.networknt
        route       | form census intake process source validation backentry store publish | org.apache.camel jakarta.jms org.apache.activemq io.netty jakarta.mail
        web         | form pagecode source validation                                 | io.javalin io.pebbletemplates com.fasterxml.jackson
        simulate    | form natives                                                    | org.apache.pdfbox org.opencv com.sun.jna
        """)
    void mayUse(String pkg, @Nullable String ours, @Nullable String libraries) {
        List<String> allowed = new ArrayList<>(List.of(
                "java..",
                "javax..",
                "org.w3c.dom..",
                "org.xml.sax..",
                "org.jspecify..",
                "org.slf4j..",
                ROOT + pkg + ".."));
        for (String own : split(ours)) {
            allowed.add(ROOT + own + "..");
        }
        for (String library : split(libraries)) {
            allowed.add(library + "..");
        }
        classes()
                .that()
                .resideInAPackage(ROOT + pkg + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest(name = "{1} stays in {0}")
    @CsvSource({
        "..opencv.., org.opencv..",
        "..opencv.., org.bytedeco..",
        "..onnx.., ai.onnxruntime..",
        "..tesseract.., net.sourceforge.tess4j..",
        "..pdfbox.., org.apache.pdfbox..",
        "..zxing.., com.google.zxing..",
        "..hapi.., ca.uhn..",
        "..codahale.., com.codahale..",
        "..jsch.., com.jcraft..",
        "..jipp.., com.hp.jipp.."
    })
    void aLibraryStopsAtItsOwnFolder(String folder, String library) {
        noClasses()
                .that()
                .resideOutsideOfPackage(folder)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void theClockIsInjected() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "app..", ROOT + "cli..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "cli..")
                .should()
                .accessField(System.class, "out")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .check(CLASSES);
    }

    private static List<String> split(@Nullable String words) {
        return words == null ? List.of() : List.of(words.trim().split(" +"));
    }
}
