package org.paperbridge.identify;

import java.util.List;
import java.util.Optional;
import org.paperbridge.form.page.PageImage;
import org.paperbridge.form.page.PageOutcome;
import org.paperbridge.pagecode.BatchCodec;
import org.paperbridge.pagecode.OpenedBatchCode;

/** Sheets between batches. Asked only of sides that carry no page code: a form is never taken for a separator. */
final class BatchSheets {

    private final BatchCodec codec;

    BatchSheets(BatchCodec codec) {
        this.codec = codec;
    }

    /** Empty when nothing on the side says that it is a batch sheet. */
    Optional<PageOutcome> find(PageImage image, List<SeenCode> codes) {
        return codes.stream()
                .flatMap(code -> outcome(code).stream())
                .findFirst()
                .or(() -> separator(image));
    }

    private Optional<PageOutcome> outcome(SeenCode code) {
        return switch (codec.open(code.text())) {
            case OpenedBatchCode.Header header -> Optional.of(new PageOutcome.BatchHeader(header.label()));
            case OpenedBatchCode.Trailer trailer -> Optional.of(new PageOutcome.BatchTrailer(trailer.label()));
            case OpenedBatchCode.Forged forged -> Optional.of(new PageOutcome.Forged(forged.reason()));
            case OpenedBatchCode.Foreign foreign ->
                Optional.of(new PageOutcome.Foreign(foreign.site(), foreign.keyId()));
            case OpenedBatchCode.NotOurs notOurs -> Optional.empty();
        };
    }

    /** On one edge only it may be something else that looks like bars: then a person says what it is. */
    private static Optional<PageOutcome> separator(PageImage image) {
        int edges = PatchFinder.countEdges(image);
        return switch (edges) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new PageOutcome.Unidentified("perhaps-separator"));
            default -> Optional.of(new PageOutcome.Separator(edges));
        };
    }
}
