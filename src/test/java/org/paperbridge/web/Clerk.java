package org.paperbridge.web;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at the screens without a browser, who can also send what a browser would not. */
final class Clerk {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("data-version=\"([0-9]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private String session = "";

    Clerk(ReviewRoom room) {
        this.address = room.address();
    }

    static Clerk signedIn(ReviewRoom room, String name) throws Exception {
        Clerk clerk = new Clerk(room);
        clerk.signIn(name, ReviewRoom.PASSWORD);
        return clerk;
    }

    HttpResponse<String> signIn(String name, String password) throws Exception {
        HttpResponse<String> answer = send(form("/sign-in", "name", name, "password", password));
        answer.headers().allValues("set-cookie").stream()
                .filter(c -> c.startsWith("paperbridge="))
                .forEach(c -> session = c.substring(0, c.indexOf(';')));
        return answer;
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String... namesAndValues) throws Exception {
        return send(form(path, namesAndValues));
    }

    HttpResponse<String> postFromElsewhere(String path, String... namesAndValues) throws Exception {
        return send(form(path, namesAndValues).header("Origin", "https://elsewhere.example"));
    }

    /** As the script of the review screen does. */
    HttpResponse<String> answer(String task, String version, String token, String... namesAndValues) throws Exception {
        List<String> all = new ArrayList<>(List.of("version", version, "token", token));
        all.addAll(List.of(namesAndValues));
        return send(form("/task/" + task + "/field", all.toArray(String[]::new)).header("Accept", "application/json"));
    }

    /** The id of the next page this clerk gets; empty when there is none. */
    String next() throws Exception {
        String location = get("/next").headers().firstValue("location").orElseThrow();
        return location.contains("/task/") ? location.substring(location.indexOf("/task/") + 6) : "";
    }

    static String token(HttpResponse<String> page) {
        return first(TOKEN, page);
    }

    static String version(HttpResponse<String> page) {
        return first(VERSION, page);
    }

    private static String first(Pattern pattern, HttpResponse<String> page) {
        Matcher found = pattern.matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("No " + pattern + " in " + page.body());
        }
        return found.group(1);
    }

    private HttpRequest.Builder form(String path, String... namesAndValues) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        request.header("Accept-Language", "en");
        if (!session.isEmpty()) {
            request.header("Cookie", session);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
