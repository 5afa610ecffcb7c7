// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A file in a form.
 *
 * @param field the name of the form's field
 * @param fileName as the sender's computer calls it
 */
public record Upload(String field, String fileName, byte[] content) {

  static byte[] body(String boundary, List<String> namesAndValues, List<Upload> uploads) {
    var body = new ByteArrayOutputStream();
    for (int at = 0; at < namesAndValues.size(); at += 2) {
      write(body,
          "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + namesAndValues.get(at) + "\"\r\n\r\n"
              + namesAndValues.get(at + 1) + "\r\n");
    }
    for (Upload upload : uploads) {
      write(body, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + upload.field + "\"; filename=\""
          + upload.fileName.replace("\"", "%22") + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
      body.writeBytes(upload.content);
      write(body, "\r\n");
    }
    write(body, "--" + boundary + "--\r\n");
    return body.toByteArray();
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
