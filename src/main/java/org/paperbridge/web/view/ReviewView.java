package org.paperbridge.web.view;

import java.util.List;
import org.paperbridge.validation.queue.ReviewTask;

/**
 * A page with its fields, for one reviewer.
 *
 * @param work fields that a person has to see, or has seen, in the order of the form
 * @param accepted fields nobody has to look at
 * @param widthMm of the page
 * @param heightMm of the page
 * @param located whether the picture lies in the page frame, so that a field can be shown on it
 */
public record ReviewView(
        ReviewTask task,
        IdentityView identity,
        List<FieldView> work,
        List<FieldView> accepted,
        double widthMm,
        double heightMm,
        boolean located) {

    /** How many this reviewer still has to answer. */
    public long openHere() {
        return work.stream().filter(FieldView::open).count();
    }

    public long openElsewhere() {
        return work.stream().filter(f -> f.state().equals("elsewhere")).count();
    }
}
