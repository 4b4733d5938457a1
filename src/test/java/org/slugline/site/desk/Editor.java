package org.slugline.site.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.slugline.kit.Running;

/** A browser without JavaScript, as far as the desk needs one: cookies, forms, redirects. */
final class Editor implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private final List<String> setCookies = new ArrayList<>();

  Editor(Running running) {
    address = running.address();
  }

  /** A page as it came. */
  record Page(int status, String path, HttpResponse<String> answer, Document html) {
    String header(String name) {
      return answer.headers().firstValue(name).orElse("");
    }

    String text(String selector) {
      return html.select(selector).text();
    }

    /** The form that has a button of this act, filled as it came. */
    Sheet form(String act) {
      for (var form : html.select("form")) {
        if (!form.select("button[name=act][value=" + act + "]").isEmpty()) {
          return new Sheet(form).with("act", act);
        }
      }
      throw new AssertionError("no button " + act + " on " + path + ": " + text("main"));
    }

    /** The form that posts to a path. */
    Sheet formTo(String to) {
      for (var form : html.select("form[method=post]")) {
        if (form.attr("action").endsWith(to)) {
          return new Sheet(form);
        }
      }
      throw new AssertionError("no form to " + to + " on " + path);
    }

    List<String> links() {
      return html.select("a[href]").eachAttr("href");
    }
  }

  /** A form that is being filled in. */
  static final class Sheet {
    private final Element form;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private String called = "picture.jpg";

    private Sheet(Element form) {
      this.form = form;
      for (var field : form.select("input[name],textarea[name],select[name]")) {
        var type = field.attr("type");
        var ticked = field.hasAttr("checked");
        if (type.equals("file") || ((type.equals("checkbox") || type.equals("radio")) && !ticked)) {
          continue;
        }
        // a parser drops the first line's end of a textarea, as browsers do
        fields.put(
            field.attr("name"),
            field.tagName().equals("textarea") ? field.wholeText() : field.val());
      }
    }

    Sheet with(String name, String value) {
      fields.put(name, value);
      return this;
    }

    Sheet without(String name) {
      fields.remove(name);
      return this;
    }

    Sheet file(String name, byte[] bytes, String called) {
      this.called = called;
      return file(name, bytes);
    }

    Sheet file(String name, byte[] bytes) {
      files.put(name, bytes);
      return this;
    }

    String value(String name) {
      return fields.getOrDefault(name, "");
    }

    Map<String, String> fields() {
      return fields;
    }

    private boolean isMultipart() {
      return form.attr("enctype").equals("multipart/form-data");
    }

    private byte[] body() {
      return isMultipart() ? parts() : encoded().getBytes(UTF_8);
    }

    private String encoded() {
      var out = new ArrayList<String>();
      fields.forEach((name, value) ->
          out.add(URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8)));
      return String.join("&", out);
    }

    private byte[] parts() {
      var out = new ByteArrayOutputStream();
      fields.forEach((name, value) -> {
        var head = "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n";
        out.writeBytes((head + value.replace("\n", "\r\n") + "\r\n").getBytes(UTF_8));
      });
      for (var field : form.select("input[type=file]")) {
        var bytes = files.get(field.attr("name"));
        var head =
            "--edge\r\nContent-Disposition: form-data; name=\""
                + field.attr("name")
                + "\"; filename=\""
                + (bytes == null ? "" : called)
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        out.writeBytes(head.getBytes(UTF_8));
        out.writeBytes(bytes == null ? new byte[0] : bytes);
        out.writeBytes("\r\n".getBytes(UTF_8));
      }
      out.writeBytes("--edge--\r\n".getBytes(UTF_8));
      return out.toByteArray();
    }
  }

  Editor signIn(String secret) {
    var page = open("/desk/sign-in");
    send(page.formTo("/desk/sign-in").with("token", secret));
    return this;
  }

  Page open(String path) {
    return ask("GET", path, new byte[0], Map.of());
  }

  /** Sends a form as a browser would, and goes where it is sent on. */
  Page send(Sheet sheet) {
    return send(sheet, Map.of("Origin", "null", "Sec-Fetch-Site", "same-origin"));
  }

  Page send(Sheet sheet, Map<String, String> headers) {
    var more = new LinkedHashMap<>(headers);
    more.put(
        "Content-Type",
        sheet.isMultipart()
            ? "multipart/form-data; boundary=edge"
            : "application/x-www-form-urlencoded");
    return ask("POST", sheet.form.attr("action"), sheet.body(), more);
  }

  Page ask(String method, String to, byte[] body, Map<String, String> headers) {
    var path = to.replaceFirst("^https?://[^/]+", "");
    var request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    if (path.startsWith("/desk") && !cookies.isEmpty()) {
      var said = new ArrayList<String>();
      cookies.forEach((name, value) -> said.add(name + "=" + value));
      request.header("Cookie", String.join("; ", said));
    }
    HttpResponse<String> answer;
    try {
      answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    } catch (java.io.IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
    for (var cookie : answer.headers().allValues("Set-Cookie")) {
      setCookies.add(cookie);
      var pair = cookie.split(";", 2)[0].split("=", 2);
      if (cookie.contains("Max-Age=0")) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
    if (answer.statusCode() == 303) {
      return open(answer.headers().firstValue("Location").orElseThrow());
    }
    return new Page(answer.statusCode(), path, answer, Jsoup.parse(answer.body()));
  }

  Map<String, String> cookies() {
    return cookies;
  }

  /** Every Set-Cookie that came. */
  List<String> setCookies() {
    return setCookies;
  }

  @Override
  public void close() {
    client.close();
  }
}
