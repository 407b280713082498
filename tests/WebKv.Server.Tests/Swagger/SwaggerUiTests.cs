using System.Globalization;
using OpenQA.Selenium;
using WebKv.Server.Tests.Hosting;

namespace WebKv.Server.Tests.Swagger;

/// <summary>
/// Swagger UI as a person meets it: every operation is opened in a real browser and executed as it is filled in.
/// </summary>
public sealed class SwaggerUiTests
{
    private const string Chapters = ".opblock-tag";
    private const string Operations = ".opblock";

    // The responses that the document describes, in contrast to the live one.
    private const string DescribedResponse = ".responses-table:not(.live-responses-table) .response";

    [Fact]
    public async Task TryItOut_EveryOperation_SendsARequestThatTheServerTakes()
    {
        await using var server = new KvServer();
        using var browser = Browser.StartOrSkip();
        var refused = new List<string>();
        int count = 0;
        foreach (string chapter in OpenPage(browser, server))
        {
            foreach (string id in OpenChapter(browser, chapter))
            {
                count++;
                int status = Execute(browser, id);
                // Some need a key that is not there, or a precondition that does not hold: an answer, too.
                if (status is not ((>= 200 and < 300) or 404 or 409 or 412))
                    refused.Add($"{id}: {status}");
            }
            Toggle(browser, chapter);
        }
        Assert.Empty(refused);
        Assert.Equal(OperationCount(server), count);
    }

    private static string[] OpenPage(Browser browser, KvServer server)
    {
        browser.Open(new Uri(server.HttpUri, "/swagger/index.html?docExpansion=none"));
        browser.Wait("the list of chapters", () => browser.All(Chapters).FirstOrDefault());
        return [.. browser.All(Chapters).Select(chapter => chapter.GetAttribute("id")!)];
    }

    // One chapter at a time: the page draws all that is open anew with every click.
    private static string[] OpenChapter(Browser browser, string chapter)
    {
        Toggle(browser, chapter);
        browser.Wait($"the operations of {chapter}", () => browser.All(Operations).FirstOrDefault());
        return [.. browser.All(Operations).Select(block => block.GetAttribute("id")!)];
    }

    private static void Toggle(Browser browser, string chapter)
    {
        int before = browser.All(Operations).Count;
        browser.Click(browser.All($"[id='{chapter}']")[0]);
        browser.Wait($"{chapter} to open or close", () => browser.All(Operations).Count != before ? "done" : null);
    }

    private static int OperationCount(KvServer server)
    {
        using var client = new HttpClient();
        using var document = System.Text.Json.JsonDocument.Parse(
            client.GetStringAsync(new Uri(server.HttpUri, "/openapi/v1.json")).GetAwaiter().GetResult());
        return document.RootElement.GetProperty("paths").EnumerateObject()
            .Sum(path => path.Value.EnumerateObject().Count());
    }

    private static int Execute(Browser browser, string id)
    {
        string block = $"[id='{id}']";
        browser.Click(browser.All($"{block} .opblock-summary-control")[0]);
        // "Try it out" is on by default, so Execute is drawn at once, but the page does not know the operation yet:
        // it resolves its description first. An Execute before that fails unseen ("OperationNotFoundError" on the
        // console) and leaves the button disabled for good. The responses are drawn from the resolved description.
        browser.Wait($"the description of {id}", () => browser.All($"{block} {DescribedResponse}").FirstOrDefault());
        foreach (IWebElement picker in browser.All($"{block} input[type='file']"))
            picker.SendKeys(browser.SomeFile());
        browser.Click(browser.All($"{block} .execute")[0]);
        string status = browser.Wait($"the answer of {id}", () =>
            browser.All($"{block} .live-responses-table .response-col_status")
                .Select(cell => Leading(cell.GetDomProperty("textContent")))
                .FirstOrDefault(text => int.TryParse(text, CultureInfo.InvariantCulture, out _)));
        browser.Click(browser.All($"{block} .opblock-summary-control")[0]);
        return int.Parse(status, CultureInfo.InvariantCulture);
    }

    // The cell says "200" or, for some browsers, "200 Undocumented" in one run of text.
    private static string Leading(string? text) => new((text ?? "").Trim().TakeWhile(char.IsAsciiDigit).ToArray());
}
