package org.slugline.net;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.slugline.kit.Program;

/** A certificate of 127.0.0.1 that nobody else vouches for. */
final class SelfSigned {
  private static final char[] PASSWORD = "secret".toCharArray();

  private final KeyStore keys;

  SelfSigned(Path dir) throws GeneralSecurityException, IOException, InterruptedException {
    var store = dir.resolve("keys.p12");
    var _ =
        Program.run(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "a",
            "-keyalg",
            "EC",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "SAN=IP:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            "secret");
    keys = KeyStore.getInstance(store.toFile(), PASSWORD);
  }

  /** Who shows it. */
  SSLContext server() throws GeneralSecurityException {
    var ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    ours.init(keys, PASSWORD);
    var tls = SSLContext.getInstance("TLS");
    tls.init(ours.getKeyManagers(), null, null);
    return tls;
  }

  /** Who believes it. */
  X509TrustManager trusting() throws GeneralSecurityException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    try {
      store.load(null, null);
      store.setCertificateEntry("a", keys.getCertificate("a"));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    return (X509TrustManager) trust.getTrustManagers()[0];
  }
}
