package org.paperbridge.census.hapi;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Timing.EventTiming;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.paperbridge.form.census.Intake;

/** Dosage instructions to the compartments of a pill organiser, every day alike or not at all. */
final class FhirMoments {

    private FhirMoments() {}

    static List<Intake> of(List<Dosage> dosages) {
        DayPlan plan = new DayPlan();
        for (Dosage dosage : dosages) {
            TimingRepeatComponent repeat = dosage.getTiming().getRepeat();
            Optional<String> dose =
                    FhirOrder.dose(dosage).map(q -> FhirOrder.printed(q.getValue()) + " " + FhirOrder.unit(q));
            boolean moments = repeat.hasTimeOfDay() || repeat.hasWhen();
            if (!moments || repeat.hasOffset() || !everyDay(repeat) || dosage.hasAsNeeded()) {
                plan.unknown();
            }
            repeat.getTimeOfDay().forEach(time -> plan.time(LocalTime.parse(time.getValue()), dose));
            repeat.getWhen()
                    .forEach(when -> plan.code(
                            Optional.ofNullable(when.getValue())
                                    .map(EventTiming::toCode)
                                    .orElse(""),
                            dose));
        }
        return plan.intakes();
    }

    private static boolean everyDay(TimingRepeatComponent repeat) {
        boolean period = !repeat.hasPeriod()
                || repeat.getPeriod().compareTo(BigDecimal.ONE) == 0 && repeat.getPeriodUnit() == UnitsOfTime.D;
        return period && !repeat.hasDayOfWeek() && !repeat.hasPeriodMax();
    }
}
