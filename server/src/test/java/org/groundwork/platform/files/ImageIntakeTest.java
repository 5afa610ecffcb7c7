// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageIntakeTest {

  @TempDir
  Path directory;
  private ImageIntake intake;

  @BeforeEach
  void open() { intake = new ImageIntake(patient(ImageLimits.forPhotographs()), directory); }

  /** The same limits, but time enough on a machine that does other things as well. */
  private static ImageLimits patient(ImageLimits limits) {
    return new ImageLimits(limits.mostBytes(), limits.mostPixels(), limits.longestSide(), Duration.ofMinutes(3),
        limits.heapMegabytes(), limits.atOnce());
  }

  @AfterEach
  void leavesNoFileAndNoProcess() throws IOException {
    try (var files = Files.walk(directory)) {
      assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allMatch(f -> f.toString().endsWith(".class"));
    }
    intake.close();
    assertThat(directory).isEmptyDirectory();
    assertThat(Leftovers.of(directory)).isEmpty();
  }

  @Test
  void wouldSeeAProcessLeftBehind() throws Exception {
    Process left = new ProcessBuilder("/bin/sh", "-c", "read x", directory.toString()).start();
    assertThat(Leftovers.of(directory)).containsExactly(left.pid());
    left.destroyForcibly().waitFor();
  }

  @Test
  void takesAPhotographOfTwelveMillionPixelsUprightSmallerAndWithoutPlace() throws Exception {
    byte[] photograph = Pictures.photograph(4_000, 3_000, 6);
    SafeImage safe = accepted(photograph);
    assertThat(safe.mediaType()).isEqualTo("image/jpeg");
    assertThat(safe.width()).isEqualTo(1_920);
    assertThat(safe.height()).isEqualTo(2_560);
    assertThat(safe.originalSha256()).isEqualTo(MessageDigest.getInstance("SHA-256").digest(photograph));
    assertThat(cornersOf(safe)).containsExactly("blue", "red", "white", "green");
    assertThat(markersOf(safe.bytes())).doesNotContain(0xE1).contains(0xE0);
    assertThat(holds(photograph, "PlantedCam") && holds(photograph, "MotionPhoto")).isTrue();
    for (String hidden : List.of("Exif", "PlantedCam", "MotionPhoto", "GPS"))
      assertThat(holds(safe.bytes(), hidden)).as(hidden).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void turnsEveryOrientationUpright(int orientation) throws IOException {
    byte[] file = Pictures.withSegment(Pictures.jpeg(160, 80), 0xE1,
        Pictures.exif(orientation, ByteOrder.LITTLE_ENDIAN));
    SafeImage safe = accepted(file);
    assertThat(safe.width()).isEqualTo(orientation >= 5 ? 80 : 160);
    assertThat(safe.height()).isEqualTo(orientation >= 5 ? 160 : 80);
    assertThat(cornersOf(safe)).containsExactly(switch (orientation) {
      case 2 -> new String[]{"green", "red", "white", "blue"};
      case 3 -> new String[]{"white", "blue", "green", "red"};
      case 4 -> new String[]{"blue", "white", "red", "green"};
      case 5 -> new String[]{"red", "blue", "green", "white"};
      case 6 -> new String[]{"blue", "red", "white", "green"};
      case 7 -> new String[]{"white", "green", "blue", "red"};
      case 8 -> new String[]{"green", "white", "red", "blue"};
      default -> new String[]{"red", "green", "blue", "white"};
    });
  }

  @Test
  void takesTheLargestPictureAllowedEvenIfProgressive() throws IOException {
    SafeImage safe = accepted(Pictures.progressiveJpeg(8_160, 6_120));
    assertThat(safe.width()).isEqualTo(2_560);
    assertThat(cornersOf(safe)).containsExactly("red", "green", "blue", "white");
  }

  @Test
  void ignoresExifThatIsBroken() throws IOException {
    byte[] good = Pictures.exif(6, ByteOrder.BIG_ENDIAN);
    byte[] farAway = good.clone();
    Arrays.fill(farAway, 10, 14, (byte) 0xFF);
    byte[] unknownValue = Pictures.exif(9, ByteOrder.BIG_ENDIAN);
    for (byte[] exif : List.of(farAway, unknownValue, Arrays.copyOf(good, 7), Arrays.copyOf(good, 20)))
      assertThat(accepted(Pictures.withSegment(Pictures.jpeg(64, 32), 0xE1, exif)).width()).isEqualTo(64);
  }

  @Test
  void keepsAScreenshotLosslessWithItsTransparency() throws IOException {
    var given = Pictures.corners(300, 200, BufferedImage.TYPE_INT_ARGB);
    given.setRGB(10, 10, 0x00000000);
    SafeImage safe = accepted(Pictures.encoded(given, "png"));
    assertThat(safe.mediaType()).isEqualTo("image/png");
    BufferedImage out = Pictures.decoded(safe.bytes());
    assertThat(out.getRGB(10, 10) >>> 24).isZero();
    assertThat(out.getRGB(200, 50)).isEqualTo(Color.GREEN.getRGB());
  }

  @ParameterizedTest
  @ValueSource(ints = {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_BYTE_INDEXED,
      BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_3BYTE_BGR})
  void takesEveryOrdinaryKindOfPng(int type) throws IOException {
    assertThat(accepted(Pictures.encoded(Pictures.corners(90, 60, type), "png")).width()).isEqualTo(90);
  }

  @Test
  void keepsNothingOfAFileThatIsTwoThings() throws IOException {
    byte[] script = "<?php system('id'); ?><script>alert(1)</script>".getBytes(UTF_8);
    byte[] zip = "PK\u0003\u0004evil.class".getBytes(ISO_8859_1);
    byte[] jpeg = Pictures.joined(Pictures.withSegment(Pictures.jpeg(64, 64), 0xFE, script), zip, script);
    byte[] png = Pictures.png(64, 64);
    byte[] text = Pictures.chunk("tEXt", Pictures.joined("Comment\0".getBytes(US_ASCII), script));
    byte[] pngWithScript = Pictures.joined(Arrays.copyOf(png, 33), text, Arrays.copyOfRange(png, 33, png.length), zip);
    for (byte[] file : List.of(jpeg, pngWithScript)) {
      SafeImage safe = accepted(file);
      assertThat(holds(safe.bytes(), "<script") || holds(safe.bytes(), "<?php") || holds(safe.bytes(), "evil.class"))
          .isFalse();
    }
  }

  @Test
  void refusesByContentWhateverTheNameWouldBe() throws IOException {
    refusesType("\u007FELF\u0002\u0001\u0001", ContentType.PROGRAM);
    refusesType("MZ\u0090\u0000This program cannot be run in DOS mode", ContentType.PROGRAM);
    refusesType("#!/bin/sh\nrm -rf /\n", ContentType.PROGRAM);
    refusesType(new String(Pictures.javaClass(), ISO_8859_1), ContentType.PROGRAM);
    refusesType("PK\u0003\u0004\u0014", ContentType.ARCHIVE);
    refusesType("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", ContentType.MARKUP);
    refusesType("\u00EF\u00BB\u00BF <?xml version='1.0'?><svg/>", ContentType.MARKUP);
    refusesType("GIF89a/*<svg onload=1>*/", ContentType.GIF);
    refusesType("%PDF-1.7\n", ContentType.PDF);
    refusesType("RIFF\u0010\0\0\0WEBPVP8 ", ContentType.WEBP);
    refusesType("\0\0\0\u0018ftypheic\0\0\0\0", ContentType.HEIC);
    refusesType("hello", ContentType.UNKNOWN);
    refusesType("\u00FF\u00D8", ContentType.UNKNOWN);
  }

  @Test
  void refusesAnEmptyUploadAndOneAboveTheLimitWithoutReadingItWhole() throws IOException {
    assertThat(refused(new byte[0])).isInstanceOf(Upload.Empty.class);
    long most = ImageLimits.forPhotographs().mostBytes();
    var endless = new Endless();
    assertThat(intake.accept(endless)).isEqualTo(new Upload.Refused(new Upload.TooLarge(most)));
    assertThat(endless.read).isEqualTo(most + 1);
  }

  @Test
  void refusesPicturesThatExplode() throws IOException {
    assertThat(refused(Pictures.pngOfBlack(50_000, 50_000, 100)))
        .isEqualTo(new Upload.TooManyPixels(2_500_000_000L, 50_000_000));
    byte[] small = Pictures.pngOfBlack(20_000, 20_000, 20_000L * 2_501);
    assertThat(small.length).isLessThan(100_000);
    assertThat(refused(small)).isEqualTo(new Upload.TooManyPixels(400_000_000, 50_000_000));
    byte[] jpeg = Pictures.jpeg(64, 64);
    for (int i = 0; i + 8 < jpeg.length; i++)
      if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0)
        Arrays.fill(jpeg, i + 5, i + 9, (byte) 0xFE);
    assertThat(refused(jpeg)).isEqualTo(new Upload.TooManyPixels(65_278L * 65_278, 50_000_000));
  }

  @Test
  void survivesASmallPictureWithHugeContent() throws IOException {
    assertThat(accepted(Pictures.pngOfBlack(100, 100, 300L << 20)).width()).isEqualTo(100);
    byte[] png = Pictures.png(32, 32);
    byte[] bomb = Pictures.chunk("zTXt", Pictures.joined("Comment\0\0".getBytes(US_ASCII), Pictures.zeros(600L << 20)));
    byte[] file = Pictures.joined(Arrays.copyOf(png, 33), bomb, Arrays.copyOfRange(png, 33, png.length));
    assertThat(accepted(file).width()).isEqualTo(32);
  }

  @Test
  void refusesWhatNeedsMoreMemoryThanAllowed() throws IOException {
    var little = new ImageLimits(20 << 20, 50_000_000, 2_560, Duration.ofMinutes(3), 32, 1);
    try (var narrow = new ImageIntake(little, directory.resolve("narrow"))) {
      Upload upload = narrow.accept(new ByteArrayInputStream(Pictures.png(5_000, 5_000)));
      assertThat(upload).isEqualTo(new Upload.Refused(new Upload.TooDemanding()));
    }
    Files.delete(directory.resolve("narrow"));
  }

  @Test
  void refusesAnImageCutShortOrDamaged() throws IOException {
    byte[] jpeg = Pictures.photograph(400, 300, 1);
    byte[] png = Pictures.png(400, 300);
    for (byte[] file : List.of(Arrays.copyOf(jpeg, jpeg.length / 2), Arrays.copyOf(jpeg, 200), Arrays.copyOf(jpeg, 4),
        Arrays.copyOf(png, png.length / 2), Arrays.copyOf(png, 30), Arrays.copyOf(png, 10), damaged(png)))
      assertThat(refused(file)).isInstanceOf(Upload.NotDecodable.class);
  }

  /** Never ends, and counts what was read. */
  private static final class Endless extends InputStream {
    private long read;

    @Override
    public int read() {
      read++;
      return 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) {
      Arrays.fill(into, from, from + length, (byte) 0xFF);
      read += length;
      return length;
    }
  }

  private static byte[] damaged(byte[] png) {
    byte[] changed = png.clone();
    Arrays.fill(changed, 45, Math.min(changed.length, 90), (byte) 0x55);
    return changed;
  }

  private SafeImage accepted(byte[] file) throws IOException {
    Upload upload = intake.accept(new ByteArrayInputStream(file));
    assertThat(upload).isInstanceOf(Upload.Accepted.class);
    return ((Upload.Accepted) upload).image();
  }

  private Upload.Reason refused(byte[] file) throws IOException {
    Upload upload = intake.accept(new ByteArrayInputStream(file));
    assertThat(upload).isInstanceOf(Upload.Refused.class);
    return ((Upload.Refused) upload).reason();
  }

  private void refusesType(String content, ContentType type) throws IOException {
    assertThat(refused(content.getBytes(ISO_8859_1))).isEqualTo(new Upload.TypeNotAllowed(type));
  }

  /** The colours above left, above right, below left, below right. */
  private static List<String> cornersOf(SafeImage safe) {
    BufferedImage picture = Pictures.decoded(safe.bytes());
    int right = picture.getWidth() * 3 / 4;
    int below = picture.getHeight() * 3 / 4;
    int left = picture.getWidth() / 4;
    int above = picture.getHeight() / 4;
    return List.of(colour(picture.getRGB(left, above)), colour(picture.getRGB(right, above)),
        colour(picture.getRGB(left, below)), colour(picture.getRGB(right, below)));
  }

  private static String colour(int rgb) {
    var c = new Color(rgb);
    boolean red = c.getRed() > 127;
    boolean green = c.getGreen() > 127;
    boolean blue = c.getBlue() > 127;
    if (red && green && blue)
      return "white";
    return red ? "red" : green ? "green" : blue ? "blue" : "black";
  }

  private static List<Integer> markersOf(byte[] jpeg) {
    var markers = new java.util.ArrayList<Integer>();
    for (var at = JpegSegment.first(jpeg); at.isPresent(); at = at.get().next())
      markers.add(at.get().marker());
    return markers;
  }

  private static boolean holds(byte[] file, String text) { return new String(file, ISO_8859_1).contains(text); }
}
