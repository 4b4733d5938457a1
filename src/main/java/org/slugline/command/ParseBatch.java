package org.slugline.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slugline.feed.FeedReader;
import org.slugline.feed.Reading;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Thousands of documents, one line each. No document stops it: each is bounded in bytes and in
 * time, and what cannot be read becomes a line that says so.
 */
final class ParseBatch {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int SECONDS_EACH = 60;

  /**
   * One line of the list.
   *
   * @param file as it stood, quotes and escapes included
   * @param trouble why there is no path
   */
  private record Job(
      String file,
      String path,
      String url,
      String contentType,
      String contentLanguage,
      String trouble) {}

  private record Pending(String file, Future<String> answer) {}

  private ParseBatch() {}

  /**
   * @param list {@code {"file": …, "url"?, "content_type"?, "content_language"?}} a line
   */
  static void run(InputStream list, OutputStream out) throws IOException {
    var threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8);
    // a document that will not end keeps its thread; daemons, so that it cannot keep the program
    var pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
    try (var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      var pending = new ArrayDeque<Pending>();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank()) {
          continue;
        }
        var job = job(line);
        pending.add(new Pending(job.file(), pool.submit(() -> answer(job))));
        if (pending.size() >= threads * 4) {
          write(pending.remove(), out);
        }
      }
      while (!pending.isEmpty()) {
        write(pending.remove(), out);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static void write(Pending pending, OutputStream out) throws IOException {
    out.write(wait(pending).getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  private static String wait(Pending pending) {
    try {
      return pending.answer().get(SECONDS_EACH, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      pending.answer().cancel(true);
      return ParsedJson.error(pending.file(), "not read within " + SECONDS_EACH + " seconds");
    } catch (ExecutionException e) {
      return ParsedJson.error(pending.file(), "reading it failed: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ParsedJson.error(pending.file(), "interrupted");
    }
  }

  private static String answer(Job job) {
    try {
      if (job.path().isEmpty()) {
        return ParsedJson.error(job.file(), job.trouble());
      }
      var file = Path.of(job.path());
      // a pipe that nobody writes to would keep its thread for good
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        return ParsedJson.error(job.file(), "this is no file but a directory or a device");
      }
      var bytes = Documents.read(file);
      if (bytes.length > Documents.LONGEST) {
        return ParsedJson.error(job.file(), "longer than 64 MiB");
      }
      var type = job.contentType();
      return switch (FeedReader.read(
          bytes,
          type.isEmpty() ? Optional.empty() : Optional.of(type),
          job.contentLanguage(),
          job.url(),
          ParseCommand.MOST_ENTRIES)) {
        case Reading.Readable(var feed) -> ParsedJson.line(feed, job.file());
        case Reading.Unreadable(var reason) -> ParsedJson.error(job.file(), reason);
      };
    } catch (NoSuchFileException e) {
      return ParsedJson.error(job.file(), "no such file");
    } catch (IOException | InvalidPathException e) {
      return ParsedJson.error(job.file(), "the file cannot be read");
    }
  }

  private static Job job(String line) {
    var file = "null";
    var path = "";
    var url = "";
    var type = "";
    var language = "";
    try (var parser = MAPPER.createParser(line)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        var name = parser.currentName();
        if (parser.nextToken() != JsonToken.VALUE_STRING) {
          parser.skipChildren();
          continue;
        }
        var start = (int) parser.currentTokenLocation().getCharOffset();
        var value = parser.getString();
        switch (name) {
          case "file" -> {
            path = value;
            file = line.substring(start, (int) parser.currentLocation().getCharOffset());
          }
          case "url" -> url = value;
          case "content_type" -> type = value;
          case "content_language" -> language = value;
          default -> {}
        }
      }
      return new Job(file, path, url, type, language, "this line names no file");
    } catch (JacksonException e) {
      return new Job(file, "", url, type, language, "this line is no JSON");
    }
  }
}
