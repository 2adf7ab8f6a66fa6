package org.paperbridge.kit;

import java.util.List;
import org.paperbridge.form.layout.FormTemplate;

/** The sheets of one unit in the kit before: what would be printed the same again is taken over. */
public interface SheetsBefore {

    /** Nothing is taken over, now or later. */
    SheetsBefore NONE = new SheetsBefore() {
        @Override
        public String mark(String content) {
            return "";
        }

        @Override
        public List<EarlierSheet> take(FormTemplate form, String mark) {
            return List.of();
        }
    };

    /**
     * @param content everything that decides what is printed on a sheet, but the time
     * @return the same for the same content; who has no key learns nothing from it
     */
    String mark(String content);

    /** All copies of a sheet with this mark that is not too old, in order; each sheet once. Empty when there is none. */
    List<EarlierSheet> take(FormTemplate form, String mark);
}
