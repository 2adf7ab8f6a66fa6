package org.paperbridge.validation.release;

import java.util.List;
import org.paperbridge.form.record.ClinicalRecord;

/** Letting a page go back. */
public interface Releases {

    /**
     * Turns an answered task into records and hands them to delivery, in one transaction. Releasing twice gives the
     * same records once.
     *
     * @param version of the task the reviewer was looking at
     * @return the records of the page; empty when the page says nothing that goes back
     * @throws org.paperbridge.validation.queue.StaleTaskException when the task changed meanwhile
     * @throws org.paperbridge.validation.queue.AnswerRefusedException when a question is open, a contradiction is not
     *     overruled, or nobody said whose page it is
     */
    List<ClinicalRecord> release(String task, int version, String reviewer);
}
