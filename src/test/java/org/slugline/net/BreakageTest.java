package org.slugline.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.LinkedHashMap;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** An editor reads no names of classes. */
class BreakageTest {
  private static final HttpUrl URL = HttpUrl.get("https://outlet.example/feed");

  private static IOException tls(Throwable cause) {
    var broken = new SSLHandshakeException("(certificate_unknown) PKIX path building failed");
    broken.initCause(cause);
    return broken;
  }

  @Test
  void whatBrokeIsSaidInWords() {
    var all = new LinkedHashMap<String, IOException>();
    all.put("certificate has expired", tls(new CertificateExpiredException("NotAfter: x")));
    all.put("is not valid yet", tls(new CertificateNotYetValidException("NotBefore: x")));
    all.put("vouches for its certificate", tls(new CertPathBuilderException("unable to find")));
    all.put("is for another name", new SSLPeerUnverifiedException("Hostname x not verified: DN"));
    all.put("no encryption that is still safe", new SSLException("alert: protocol_version"));
    all.put("does not speak TLS", new SSLException("Unsupported or unrecognized SSL message"));
    all.put("nobody takes the connection at port 443", new ConnectException("Failed to connect"));
    all.put(
        "the connection broke off",
        new IOException("unexpected end of stream on https://x/...", new EOFException("size=0")));
    all.forEach((words, broken) ->
        assertThat(Breakage.of(broken, URL, Duration.ofSeconds(30)).detail())
            .startsWith("outlet.example: ")
            .contains(words)
            .doesNotContain("PKIX", "java", "unexpected end"));
  }
}
