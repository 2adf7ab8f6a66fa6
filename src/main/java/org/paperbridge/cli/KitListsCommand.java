package org.paperbridge.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.paperbridge.kit.KitWords;
import org.paperbridge.kit.lists.FormularyCsv;
import org.paperbridge.kit.lists.SiteList;
import org.paperbridge.kit.lists.SiteListFile;
import org.paperbridge.kit.lists.SiteLists;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "lists",
        description = {
            "Checks the CSV files of the home's folder lists: those that kit list names, and the formulary when there is one.",
            "Says every mistake with file and line; what is there is printed all the same."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all lists are there and right", "1:something is missing or wrong"})
public final class KitListsCommand implements Callable<Integer> {

    @Mixin
    private Home home = new Home();

    @Option(names = "--lang", description = "fr or en.", defaultValue = "fr")
    private String lang = "fr";

    @Option(names = "--init", description = "Writes the files that are missing, with their headings.")
    private boolean init;

    @Override
    public Integer call() throws IOException {
        Languages.check(lang);
        KitWords words = KitWords.of(lang);
        Path folder = home.folder().resolve("lists");
        List<String> mistakes = new ArrayList<>();
        SiteLists lists = SiteLists.ofFolder(folder);
        for (SiteList list : lists.all()) {
            SiteListFile file = new SiteListFile(list, folder, words);
            Path path = folder.resolve(list.csv());
            if (init && !Files.exists(path)) {
                Files.createDirectories(folder);
                Files.writeString(path, file.example());
                System.err.println("Wrote " + path + ".");
            }
            int rows = file.check(mistakes::add);
            System.out.printf("%-16s %d%n", list.csv(), rows);
        }
        // Not every hospital numbers its products: without the file nothing is missing.
        FormularyCsv formulary = new FormularyCsv(folder);
        if (formulary.exists()) {
            int products = formulary.read("", words, mistakes::add).size();
            System.out.printf("%-16s %d%n", formulary.path().getFileName(), products);
        }
        mistakes.forEach(System.err::println);
        return mistakes.isEmpty() ? 0 : 1;
    }
}
