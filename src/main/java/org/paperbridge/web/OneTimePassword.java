package org.paperbridge.web;

import java.util.random.RandomGenerator;

/** A password drawn by chance, in groups that are easy to copy by hand. */
final class OneTimePassword {

    private OneTimePassword() {}

    static String draw(RandomGenerator random, String letters, int length, int group) {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < length; i++) {
            if (i > 0 && i % group == 0) {
                password.append('-');
            }
            password.append(letters.charAt(random.nextInt(letters.length())));
        }
        return password.toString();
    }
}
