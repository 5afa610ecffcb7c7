// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.demonstration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.groundwork.platform.files.FileIntake;
import org.groundwork.platform.files.SafeFile;
import org.springframework.web.multipart.MultipartFile;

/** A bill of the demonstration as a PDF of one page, sent as a browser sends it. */
final class DemoPaper implements MultipartFile {
  private static final int TOP = 380;
  private static final int DOWN = 24;
  private final String name;
  private final byte[] content;

  /** @param lines what stands on it, in letters of ISO 8859-1 */
  DemoPaper(String name, List<String> lines) {
    this.name = name;
    this.content = pdf(lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The paper as it may be kept. Called outside of a transaction. */
  SafeFile safe(FileIntake intake) throws IOException {
    if (!(intake.take(this) instanceof FileIntake.Taken.Safe(SafeFile file))) {
      throw new IllegalStateException("the demonstration's paper is refused");
    }
    return file;
  }

  private static String pdf(List<String> lines) {
    var text = new StringBuilder("BT /F1 13 Tf\n");
    int at = TOP;
    for (String line : lines) {
      text.append("1 0 0 1 30 ").append(at).append(" Tm (").append(line.replaceAll("[()\\\\]", " ")).append(") Tj\n");
      at -= DOWN;
    }
    text.append("ET");
    var objects = List.of("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 420] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    var file = new StringBuilder("%PDF-1.4\n");
    var places = new ArrayList<Integer>();
    for (int number = 1; number <= objects.size(); number++) {
      places.add(file.length());
      file.append(number).append(" 0 obj\n").append(objects.get(number - 1)).append("\nendobj\n");
    }
    int table = file.length();
    file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
    places.forEach(place -> file.append(String.format(java.util.Locale.ROOT, "%010d 00000 n \n", place)));
    return file.append("trailer\n<< /Size ")
        .append(objects.size() + 1)
        .append(" /Root 1 0 R >>\nstartxref\n")
        .append(table)
        .append("\n%%EOF\n")
        .toString();
  }

  @Override
  public String getName() { return "files"; }

  @Override
  public String getOriginalFilename() { return name; }

  @Override
  public String getContentType() { return "application/pdf"; }

  @Override
  public boolean isEmpty() { return false; }

  @Override
  public long getSize() { return content.length; }

  @Override
  public byte[] getBytes() { return content.clone(); }

  @Override
  public InputStream getInputStream() { return new ByteArrayInputStream(content); }

  @Override
  public void transferTo(java.io.File target) throws IOException { Files.write(target.toPath(), content); }

  @Override
  public void transferTo(Path target) throws IOException { Files.write(target, content); }
}
