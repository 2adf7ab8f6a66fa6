package org.paperbridge.validation.ledger;

/**
 * What became of printed pages; together they are all that was printed.
 *
 * @param returned scanned, on either copy
 * @param begun not back, though other pages of the same sheet are
 * @param outstanding not back, of sheets for a patient of which nothing is
 * @param declared a person said what became of them
 * @param stock blank sheets of which nothing came back: nobody expects them
 * @param replaced never back, and no longer in the unit's newest kit: most were never on paper
 */
public record PageCounts(long returned, long begun, long outstanding, long declared, long stock, long replaced) {

    public static final PageCounts NONE = new PageCounts(0, 0, 0, 0, 0, 0);

    public long printed() {
        return returned + begun + outstanding + declared + stock + replaced;
    }

    public PageCounts plus(PageCounts other) {
        return new PageCounts(
                returned + other.returned,
                begun + other.begun,
                outstanding + other.outstanding,
                declared + other.declared,
                stock + other.stock,
                replaced + other.replaced);
    }
}
