package org.slugline.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with JDKs and a Maven that only say that they were called. */
class LauncherTest {
  @TempDir Path dir;
  private Path checkout;
  private Path jdk;

  private record Ended(int status, String out, String err) {}

  @BeforeEach
  void layOut() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell here");
    checkout = Files.createDirectories(dir.resolve("a checkout"));
    Files.copy(Path.of("slugline"), checkout.resolve("slugline"));
    assertThat(checkout.resolve("slugline").toFile().setExecutable(true)).isTrue();
    Files.createDirectories(checkout.resolve("src"));
    Files.writeString(checkout.resolve("pom.xml"), "<project/>");
    script(
        checkout.resolve("mvnw"),
        """
        echo "built $*" >> "$PWD/builds"
        mkdir -p target/lib && echo jar > target/slugline.jar && echo lib > target/lib/x.jar
        """);
    jdk = jdk("jdk", "25.0.3");
  }

  @Test
  void itBuildsOnceAndThenStartsAtOnceWhateverStartsIt() throws Exception {
    var first =
        launch(Map.of("SLUGLINE_JAVA", jdk.toString()), checkout.resolve("slugline"), "poll");
    assertThat(first.status()).as(first.err()).isEqualTo(42);
    assertThat(first.out())
        .contains("org.slugline.command.Main poll")
        .contains("home=" + checkout.toRealPath());
    assertThat(first.err()).contains("building");
    var link = Files.createSymbolicLink(dir.resolve("sl"), checkout.resolve("slugline"));
    var second = launch(Map.of("SLUGLINE_JAVA", jdk.toString()), link, "poll");
    assertThat(second.status()).isEqualTo(42);
    assertThat(second.err()).doesNotContain("building");
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void whoOnlyWantsToRunItDoesNotWaitForItsTestsToBeCompiled() throws Exception {
    launch(Map.of("SLUGLINE_JAVA", jdk.toString()), checkout.resolve("slugline"), "poll");
    assertThat(checkout.resolve("builds")).content().contains("-Dmaven.test.skip=true");
  }

  @Test
  void aNewerSourceIsBuiltAgain() throws Exception {
    launch(Map.of("SLUGLINE_JAVA", jdk.toString()), checkout.resolve("slugline"), "poll");
    var source = Files.writeString(checkout.resolve("src/X.java"), "class X {}");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    launch(Map.of("SLUGLINE_JAVA", jdk.toString()), checkout.resolve("slugline"), "poll");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void severalAtOnceBuildOnce() throws Exception {
    var environment = Map.of("SLUGLINE_JAVA", jdk.toString());
    var one = start(environment, checkout.resolve("slugline"), "poll");
    var other = start(environment, checkout.resolve("slugline"), "poll");
    assertThat(end(one).status()).isEqualTo(42);
    assertThat(end(other).status()).isEqualTo(42);
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void anOldJavaIsPassedOverAndAWrongNameIsSaid() throws Exception {
    var old = jdk("old", "17.0.15");
    var named =
        launch(Map.of("SLUGLINE_JAVA", old.toString()), checkout.resolve("slugline"), "poll");
    assertThat(named.status()).isEqualTo(69);
    assertThat(named.err()).contains("SLUGLINE_JAVA").contains("25");
    var home =
        launch(
            Map.of("JAVA_HOME", jdk.toString(), "PATH", old.resolve("bin") + ":/usr/bin:/bin"),
            checkout.resolve("slugline"),
            "poll");
    assertThat(home.status()).as(home.err()).isEqualTo(42);
  }

  @Test
  void aFailedBuildSaysWhereItsLogIs() throws Exception {
    script(checkout.resolve("mvnw"), "echo '[ERROR] no such thing'; exit 1\n");
    var ended =
        launch(Map.of("SLUGLINE_JAVA", jdk.toString()), checkout.resolve("slugline"), "poll");
    assertThat(ended.status()).isEqualTo(70);
    assertThat(ended.err()).contains("target/build.log", "no such thing");
    assertThat(checkout.resolve("target/building")).doesNotExist();
  }

  @Test
  void optionsOfTheMachineReachIt() throws Exception {
    var ended =
        launch(
            Map.of("SLUGLINE_JAVA", jdk.toString(), "SLUGLINE_JAVA_OPTS", "-Xmx77m -Dx=y"),
            checkout.resolve("slugline"),
            "search",
            "two words");
    assertThat(ended.out()).contains("-Xmx77m -Dx=y").contains("search two words");
  }

  @Test
  void aCommandThatIsSoonOverIsCompiledQuicklyAndAServerWell() throws Exception {
    var environment = Map.of("SLUGLINE_JAVA", jdk.toString());
    var launcher = checkout.resolve("slugline");
    var poll = launch(environment, launcher, "--config", "x.toml", "poll", "--outlet", "serve");
    assertThat(poll.out()).contains("-XX:TieredStopAtLevel=1").doesNotContain("AOTCache");
    assertThat(launch(environment, launcher, "serve").out()).doesNotContain("TieredStopAtLevel");
    var cache = Files.createFile(checkout.resolve("target/app/slugline.aot"));
    assertThat(launch(environment, launcher, "poll").out())
        .contains("-XX:AOTCache=" + cache.toRealPath());
    assertThat(launch(environment, launcher, "publish").out())
        .contains("-XX:AOTCache=" + cache.toRealPath());
  }

  private long builds() throws IOException {
    return Files.readAllLines(checkout.resolve("builds")).size();
  }

  private Path jdk(String name, String version) throws IOException {
    var home = Files.createDirectories(dir.resolve(name));
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    script(home.resolve("bin/java"), "echo \"$@\"; echo \"home=$SLUGLINE_HOME\"; exit 42\n");
    script(home.resolve("bin/javac"), "exit 0\n");
    return home;
  }

  private static void script(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Ended launch(Map<String, String> environment, Path launcher, String... words)
      throws Exception {
    return end(start(environment, launcher, words));
  }

  /** In an environment of nothing else, as cron's nearly is. */
  private Process start(Map<String, String> environment, Path launcher, String... words)
      throws IOException {
    var command = new java.util.ArrayList<String>();
    command.add(launcher.toString());
    command.addAll(java.util.List.of(words));
    var builder = new ProcessBuilder(command).directory(dir.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static Ended end(Process process) throws Exception {
    var out = new String(process.getInputStream().readAllBytes(), UTF_8);
    var err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), out, err);
  }
}
