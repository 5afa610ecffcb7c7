// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.booth;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Debian's Chromium with the booth's page, as it is opened from a disk, and every address that was asked for. */
final class Chromium implements AutoCloseable {
  private final Playwright playwright;
  private final Browser browser;
  private final List<String> requests = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  Chromium() {
    playwright = Playwright
        .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium()
        .launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of(System.getenv().getOrDefault("GROUNDWORK_CHROMIUM", "/usr/bin/chromium")))
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync")));
  }

  /** The folder of the booth's files. */
  static Path folder() {
    try {
      URI page = Objects.requireNonNull(Chromium.class.getResource("booth.html")).toURI();
      return Objects.requireNonNull(Path.of(page).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The page on a cheap phone, opened from the disk. */
  Page page(String language) {
    return page(language, folder().resolve("booth.html").toUri().toString());
  }

  /** The page on a cheap phone, opened at an address; what was asked for before is forgotten. */
  Page page(String language, String address) {
    requests.clear();
    errors.clear();
    BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 740)
        .setDeviceScaleFactor(2)
        .setIsMobile(true)
        .setHasTouch(true)
        .setLocale(language)
        .setReducedMotion(ReducedMotion.REDUCE));
    context.onRequest(request -> requests.add(request.url()));
    context.onWebError(error -> errors.add(error.error()));
    context.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        errors.add(message.text());
      }
    });
    Page page = context.newPage();
    page.navigate(address);
    return page;
  }

  /** Every address that was asked for. */
  List<String> requests() { return requests; }

  /** What the browser complained about. */
  List<String> errors() { return errors; }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
