package org.slugline.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;

/**
 * What broke an exchange, in words for an editor who has never seen the name of a class.
 *
 * @param detail begins with the host where that is not plain
 */
record Breakage(Trouble trouble, String detail) {
  /**
   * @param patience that the exchange was given
   */
  static Breakage of(IOException broken, HttpUrl url, Duration patience) {
    var host = url.host();
    var inside = cause(broken, InternalAddressException.class);
    if (inside.isPresent()) {
      return new Breakage(Trouble.INTERNAL_ADDRESS, said(inside.get()));
    }
    var large = cause(broken, TooLargeException.class);
    if (large.isPresent()) {
      return new Breakage(Trouble.TOO_LARGE, said(large.get()));
    }
    if (broken instanceof TooSlowException) {
      return new Breakage(Trouble.TIMEOUT, host + " " + said(broken));
    }
    if (has(broken, UnknownHostException.class)) {
      return new Breakage(Trouble.DNS, "the name " + host + " is not known");
    }
    if (broken instanceof InterruptedIOException) {
      return new Breakage(
          Trouble.TIMEOUT, host + " did not finish within " + patience.toSeconds() + " s");
    }
    if (has(broken, SSLException.class)) {
      return new Breakage(Trouble.TLS, host + ": " + tls(broken));
    }
    return new Breakage(Trouble.REFUSED, host + ": " + plain(broken, url.port()));
  }

  private static String plain(IOException broken, int port) {
    if (has(broken, ConnectException.class)) {
      return "nobody takes the connection at port " + port;
    }
    return has(broken, EOFException.class) ? "the connection broke off" : said(broken);
  }

  private static String tls(IOException broken) {
    if (has(broken, SSLPeerUnverifiedException.class)) {
      return "its certificate is for another name";
    }
    if (has(broken, CertificateExpiredException.class)) {
      return "its certificate has expired";
    }
    if (has(broken, CertificateNotYetValidException.class)) {
      return "its certificate is not valid yet";
    }
    if (has(broken, CertPathBuilderException.class)
        || has(broken, CertPathValidatorException.class)) {
      return "nobody whom this machine trusts vouches for its certificate";
    }
    var said = said(broken);
    if (said.contains("Unsupported or unrecognized SSL message")) {
      return "it does not speak TLS at this port";
    }
    return said.contains("protocol_version") || said.contains("handshake_failure")
        ? "it offers no encryption that is still safe (" + said + ")"
        : said;
  }

  private static boolean has(Throwable broken, Class<? extends Throwable> kind) {
    return cause(broken, kind).isPresent();
  }

  private static <T extends Throwable> Optional<T> cause(Throwable broken, Class<T> kind) {
    for (var at = broken; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return Optional.of(kind.cast(at));
      }
      for (var beside : at.getSuppressed()) {
        if (kind.isInstance(beside)) {
          return Optional.of(kind.cast(beside));
        }
      }
    }
    return Optional.empty();
  }

  private static String said(Throwable broken) {
    var message = broken.getMessage();
    return shortened(message == null ? "the connection broke off" : message);
  }

  static String shortened(String text) {
    var line = text.replaceAll("\\s+", " ").strip();
    return line.length() > 200 ? line.substring(0, 199) + "…" : line;
  }
}
