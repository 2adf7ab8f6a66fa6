package org.paperbridge.web;

import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.form.page.ScanRef;
import org.paperbridge.validation.queue.ReviewTask;

/**
 * Pictures of a page and its fields, named by the opaque id of the task. Only the reviewer who holds the task gets
 * them: taking it was written to the audit trail, so that every view of a patient is there.
 */
final class PictureResponses {

    /** A4 at 150 dpi: half the resolution of a usual scan. */
    static final int PAGE_WIDTH_PX = 1240;

    private static final int CROP_WIDTH_PX = 1000;

    private final WebPorts ports;

    PictureResponses(WebPorts ports) {
        this.ports = ports;
    }

    void page(Visit visit) {
        send(
                visit,
                held(visit)
                        .flatMap(ReviewTask::scan)
                        .flatMap(s -> ports.crops().findPreview(s, PAGE_WIDTH_PX))
                        .map(png -> TurnedPicture.turned(png, turn(visit))));
    }

    /** Quarter turns clockwise that the reviewer asked for. */
    static int turn(Visit visit) {
        String asked = Optional.ofNullable(visit.http().queryParam("turn")).orElse("");
        return asked.matches("[0-3]") ? Integer.parseInt(asked) : 0;
    }

    /** The scan that a rescan repeats. */
    void earlier(Visit visit) {
        send(visit, findEarlier(visit).flatMap(s -> ports.crops().findPreview(s, PAGE_WIDTH_PX)));
    }

    /** A field on it. */
    void earlierField(Visit visit) {
        String field = visit.http().pathParam("field");
        send(visit, findEarlier(visit).flatMap(s -> ports.crops().findCrop(s, field, CROP_WIDTH_PX)));
    }

    private Optional<ScanRef> findEarlier(Visit visit) {
        return held(visit)
                .flatMap(t -> ports.queue().findContent(t.id()))
                .flatMap(c -> c.outcome())
                .flatMap(
                        o -> o instanceof PageOutcome.Rescan rescan ? Optional.of(rescan.earlier()) : Optional.empty());
    }

    void field(Visit visit) {
        String field = visit.http().pathParam("field");
        send(
                visit,
                held(visit).flatMap(ReviewTask::scan).flatMap(s -> ports.crops().findCrop(s, field, CROP_WIDTH_PX)));
    }

    /** The same field on the other copy of the sheet. */
    void otherCopy(Visit visit) {
        String field = visit.http().pathParam("field");
        send(
                visit,
                held(visit)
                        .flatMap(t -> ports.queue().findOtherCopy(t.id()))
                        .flatMap(o -> ports.crops().findCrop(o.scan(), field, CROP_WIDTH_PX)));
    }

    /** Another page of the same form. */
    void ofSet(Visit visit) {
        String page = visit.http().pathParam("page");
        send(
                visit,
                held(visit).stream()
                        .flatMap(t -> ports.queue().listSet(t.id()).stream())
                        .filter(p -> Integer.toString(p.page()).equals(page))
                        .findFirst()
                        .flatMap(p -> ports.crops().findPreview(p.scan(), PAGE_WIDTH_PX)));
    }

    private Optional<ReviewTask> held(Visit visit) {
        return ports.queue()
                .findTask(visit.http().pathParam("task"))
                .filter(t -> t.lease()
                        .filter(l -> l.holds(ports.clock().instant()))
                        .filter(l -> l.reviewer().equals(visit.who()))
                        .isPresent());
    }

    private static void send(Visit visit, Optional<byte[]> picture) {
        if (picture.isPresent()) {
            boolean jpeg = picture.get().length > 1 && (picture.get()[0] & 0xff) == 0xff;
            visit.http().contentType(jpeg ? "image/jpeg" : "image/png").result(picture.get());
        } else {
            visit.http().status(HttpStatus.NOT_FOUND);
        }
    }
}
