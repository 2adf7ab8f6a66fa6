package org.paperbridge.identify.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.paperbridge.form.layout.FormCatalogue;
import org.paperbridge.form.layout.FormTemplate;
import org.paperbridge.form.layout.LayoutPage;
import org.paperbridge.form.layout.PagePoint;
import org.paperbridge.form.page.FormProposal;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageRegistration;
import org.paperbridge.form.page.ScanPoint;
import org.paperbridge.identify.layout.LineMap.Probe;

/**
 * Which released forms a located page looks like: how many of the lines that a form prints, and the page's other forms do
 * not, are there. What is written on the page adds ink elsewhere and counts neither way.
 */
public final class LayoutRecogniser {

    /** Below this share of its own lines nothing is proposed: a stained true page keeps more, a strange one has a third. */
    private static final double LEAST_SHARE = 0.6;
    /** A form this far behind the best is not shown. */
    private static final double CLOSE = 0.2;

    private static final int MOST = 3;
    /** Lines that more than this share of the forms print at the same place say nothing about which one it is. */
    private static final double COMMON = 0.3;
    /** With fewer points of its own a form cannot be told from others. */
    private static final int LEAST_PROBES = 20;

    /** Grey levels between a thin line and the paper beside it; noise of a bad scanner is half of it. */
    private static final int CONTRAST = 25;

    private final List<Candidate> candidates;

    private record Candidate(FormTemplate form, LayoutPage page, LineMap lines) {}

    public LayoutRecogniser(FormCatalogue forms) {
        List<Candidate> all = new ArrayList<>();
        for (FormTemplate form : forms.listForms()) {
            for (LayoutPage page : form.layout().pages()) {
                all.add(new Candidate(form, page, LineMap.of(page)));
            }
        }
        this.candidates = List.copyOf(all);
    }

    /** Those that a person should choose from, best first, at most three; empty when it looks like none. */
    public static List<FormProposal> likely(List<FormProposal> compared) {
        double best = compared.isEmpty() ? 0 : compared.getFirst().share();
        return compared.stream()
                .filter(p -> p.share() >= LEAST_SHARE && p.share() >= best - CLOSE)
                .limit(MOST)
                .toList();
    }

    /**
     * Every form of this size, best first.
     *
     * @param widthMm of the frame the page was located by; only forms of that size are compared
     */
    public List<FormProposal> compare(PageImage image, PageRegistration page, double widthMm, double heightMm) {
        List<Candidate> sized = candidates.stream()
                .filter(c -> c.page().widthMm() == widthMm && c.page().heightMm() == heightMm)
                .toList();
        Map<Probe, Integer> forms = new HashMap<>();
        sized.forEach(c -> new HashSet<>(c.lines().probes()).forEach(p -> forms.merge(p, 1, Integer::sum)));
        Map<Probe, Boolean> seen = new HashMap<>();
        List<FormProposal> proposals = new ArrayList<>();
        for (Candidate candidate : sized) {
            Set<Probe> own = new HashSet<>(candidate.lines().probes());
            own.removeIf(p -> forms.getOrDefault(p, 0) > Math.max(1, COMMON * sized.size()));
            if (own.size() >= LEAST_PROBES) {
                long there = own.stream()
                        .filter(p -> seen.computeIfAbsent(p, q -> isPrinted(image, page, q)))
                        .count();
                proposals.add(new FormProposal(
                        candidate.form().ref(), candidate.page().page(), (double) there / own.size(), false));
            }
        }
        proposals.sort(Comparator.comparingDouble(FormProposal::share).reversed());
        return proposals;
    }

    /** Darker than the paper on both sides of it. */
    private static boolean isPrinted(PageImage image, PageRegistration page, Probe probe) {
        int line = 255;
        for (double off = -0.3; off <= 0.31; off += 0.1) {
            line = Math.min(line, grey(image, page, probe, off));
        }
        int before = Math.max(grey(image, page, probe, -1), grey(image, page, probe, -0.8));
        int after = Math.max(grey(image, page, probe, 1), grey(image, page, probe, 0.8));
        return Math.min(before, after) - line > CONTRAST;
    }

    private static int grey(PageImage image, PageRegistration page, Probe probe, double acrossMm) {
        PagePoint mm = probe.upright()
                ? new PagePoint(probe.at().x() + acrossMm, probe.at().y())
                : new PagePoint(probe.at().x(), probe.at().y() + acrossMm);
        ScanPoint at = page.toPixels(mm);
        int x = Math.clamp((int) at.x(), 0, image.width() - 1);
        int y = Math.clamp((int) at.y(), 0, image.height() - 1);
        return image.greyAt(x, y);
    }
}
