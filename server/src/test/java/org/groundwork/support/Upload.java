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

  byte[] body(String boundary, List<String> namesAndValues) {
    var body = new ByteArrayOutputStream();
    for (int at = 0; at < namesAndValues.size(); at += 2) {
      write(body,
          "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + namesAndValues.get(at) + "\"\r\n\r\n"
              + namesAndValues.get(at + 1) + "\r\n");
    }
    write(body, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    body.writeBytes(content);
    write(body, "\r\n--" + boundary + "--\r\n");
    return body.toByteArray();
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
