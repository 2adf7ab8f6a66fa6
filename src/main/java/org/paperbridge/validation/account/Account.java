package org.paperbridge.validation.account;

import java.util.Set;

/**
 * Somebody who may sign in.
 *
 * @param name unique, lower case, as typed at sign-in
 * @param displayName as shown
 * @param active an inactive account cannot sign in; it is never deleted, because decisions name it
 * @param oneTime its password was handed over by somebody else: it serves to choose another, and for nothing more
 */
public record Account(String name, String displayName, Set<Role> roles, boolean active, boolean oneTime) {

    public Account {
        roles = Set.copyOf(roles);
        if (!name.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException(
                    "An account name has 1 to 64 characters of a-z, 0-9, dot, dash, underscore: " + name);
        }
    }

    /** One whose password its owner chose. */
    public Account(String name, String displayName, Set<Role> roles, boolean active) {
        this(name, displayName, roles, active, false);
    }
}
