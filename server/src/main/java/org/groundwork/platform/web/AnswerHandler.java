// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.groundwork.platform.paper.Paper;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Sends an {@link Answer}: renders a view's own template, or leads elsewhere. */
final class AnswerHandler implements HandlerMethodReturnValueHandler {
  private static final int UNPROCESSABLE = 422;
  private static final int BUSY = 503;
  private static final int TEXTS_AT_ONCE = 2;
  private final TemplateEngine templates;
  private final UiFactory uis;
  private final Paper paper;
  private final Semaphore texts = new Semaphore(TEXTS_AT_ONCE);

  AnswerHandler(TemplateEngine templates, UiFactory uis, Paper paper) {
    this.templates = templates;
    this.paper = paper;
    this.uis = uis;
  }

  @Override
  public boolean supportsReturnType(MethodParameter type) {
    return Answer.class.isAssignableFrom(type.getParameterType());
  }

  @Override
  public void handleReturnValue(@Nullable Object answer, MethodParameter type, ModelAndViewContainer container,
      NativeWebRequest request) throws IOException {
    container.setRequestHandled(true);
    send((Answer) Objects.requireNonNull(answer, "a route answers"),
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)),
        Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
  }

  void send(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
    switch (answer) {
      case Answer.Show(View view, int status) -> {
        var output = rendered(view, uis.of(request), status);
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.addHeader("Vary", "HX-Request, Accept-Language, Cookie");
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
      }
      case Answer.FileOf file -> hand(file.content(), file.mediaType(), file.disposition(), response);
      case Answer.PaperOf sheet -> send(sheet, request, response);
      case Answer.TextOf text -> send(text, request, response);
      case Answer.GoTo(String path) -> {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
      }
    }
  }

  private void send(Answer.PaperOf sheet, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var ui = uis.of(request);
    var body = new StringOutput();
    templates.render(templateOf(sheet.view().getClass()), Map.of("page", sheet.view(), "ui", ui), body);
    switch (paper.of(body.toString(), ui.locale(), sheet.size())) {
      case Paper.Made.Pdf(byte[] bytes) ->
        hand(bytes, "application/pdf", "attachment; filename=\"" + sheet.name() + "\"", response);
      case Paper.Made.TooLong _ ->
        send(new Answer.Show(new RefusalPage("paper-long"), UNPROCESSABLE), request, response);
      case Paper.Made.Busy _ -> send(new Answer.Show(new RefusalPage("paper-busy"), BUSY), request, response);
    }
  }

  private static void hand(byte[] content, String mediaType, String disposition, HttpServletResponse response)
      throws IOException {
    headers(mediaType, disposition, response);
    response.setContentLength(content.length);
    response.getOutputStream().write(content);
  }

  private static void headers(String mediaType, String disposition, HttpServletResponse response) {
    response.setContentType(mediaType);
    response.setHeader("Content-Disposition", disposition);
    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Cache-Control", "no-store");
  }

  /** Each holds a connection of the database as long as its reader takes: others must have some left. */
  private void send(Answer.TextOf text, HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!texts.tryAcquire()) {
      send(new Answer.Show(new RefusalPage("file-busy"), BUSY), request, response);
      return;
    }
    try (var out = new LongText(response, () -> headers(text.mediaType() + ";charset=UTF-8",
        "attachment; filename=\"" + text.name() + "\"", response))) {
      text.writing().to(out);
      out.whole();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      texts.release();
    }
  }

  /**
   * A form that was refused is rendered twice: the summary of errors stands above the fields, and what those are called
   * is known once they have been rendered.
   */
  private Utf8ByteOutput rendered(View view, Ui ui, int status) {
    if (status == HttpServletResponse.SC_CONFLICT || status == UNPROCESSABLE) {
      templates.render(templateOf(view.getClass()), Map.of("page", view, "ui", ui), new Utf8ByteOutput());
    }
    var output = new Utf8ByteOutput();
    templates.render(templateOf(view.getClass()), Map.of("page", view, "ui", ui), output);
    return output;
  }

  /** {@code org.groundwork.roll.internal.PeoplePage} is shown by {@code roll/PeoplePage.jte}. */
  static String templateOf(Class<?> view) {
    String[] packages = view.getPackageName().split("\\.", -1);
    return packages[2] + "/" + view.getSimpleName() + ".jte";
  }
}
