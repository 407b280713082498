using System.Diagnostics;
using System.Globalization;
using OpenQA.Selenium;
using WebKv.Server.Tests.Hosting;

namespace WebKv.Server.Tests.Swagger;

/// <summary>
/// Swagger UI as a person meets it: every operation is opened in a real browser and executed as it is filled in.
/// </summary>
public sealed class SwaggerUiTests
{
    // "Try it out" is on by default, so an open operation has its Execute button at once.
    private const string Operations = ".opblock";

    private const int AttemptsMax = 4;

    private static readonly TimeSpan ClickAgainAfter = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task TryItOut_EveryOperation_SendsARequestThatTheServerTakes()
    {
        await using var server = new KvServer();
        using var browser = Browser.StartOrSkip();
        string[] ids = OpenPage(browser, server);
        var refused = new List<string>();
        foreach (string id in ids)
        {
            int status = ExecuteWithPatience(browser, server, id);
            // Some need a key that is not there, or a precondition that does not hold: an answer, too.
            if (status is not ((>= 200 and < 300) or 404 or 409 or 412))
                refused.Add($"{id}: {status}");
        }
        Assert.Empty(refused);
        Assert.Equal(OperationCount(server), ids.Length);
    }

    private static string[] OpenPage(Browser browser, KvServer server)
    {
        browser.Open(new Uri(server.HttpUri, "/swagger/index.html?docExpansion=list"));
        browser.Wait("the list of operations", () => browser.All(".opblock-tag").FirstOrDefault());
        foreach (IWebElement chapter in browser.All(".opblock-tag[data-is-open='false']"))
            browser.Click(chapter);
        return browser.Wait("all operations", () =>
        {
            string[] found = [.. browser.All(Operations).Select(block => block.GetAttribute("id")!)];
            return found.Length >= OperationCount(server) ? found : null;
        });
    }

    // A page that is driven faster than a person does it now and then loses a click: then it is opened anew.
    private static int ExecuteWithPatience(Browser browser, KvServer server, string id)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return Execute(browser, id);
            }
            catch (TimeoutException) when (attempt < AttemptsMax)
            {
                OpenPage(browser, server);
            }
        }
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
        IWebElement execute = browser.Wait($"Execute of {id}", () => browser.All($"{block} .execute").FirstOrDefault());
        browser.Click(execute);
        var sinceClick = Stopwatch.StartNew();
        string status = browser.Wait($"the answer of {id}", () =>
        {
            // The page draws file pickers and fills in examples late, and sends nothing while a body is empty.
            if (FillPickers(browser, block) || sinceClick.Elapsed > ClickAgainAfter)
            {
                browser.Click(browser.All($"{block} .execute")[0]);
                sinceClick.Restart();
            }
            return browser.All($"{block} .live-responses-table .response-col_status")
                .Select(cell => Leading(cell.GetDomProperty("textContent")))
                .FirstOrDefault(text => int.TryParse(text, CultureInfo.InvariantCulture, out _));
        });
        browser.Click(browser.All($"{block} .opblock-summary-control")[0]);
        return int.Parse(status, CultureInfo.InvariantCulture);
    }

    // The cell says "200" or, for some browsers, "200 Undocumented" in one run of text.
    private static string Leading(string? text) => new((text ?? "").Trim().TakeWhile(char.IsAsciiDigit).ToArray());

    private static bool FillPickers(Browser browser, string block)
    {
        IWebElement[] empty = [.. browser.All($"{block} input[type='file']")
            .Where(picker => string.IsNullOrEmpty(picker.GetDomProperty("value")))];
        foreach (IWebElement picker in empty)
            picker.SendKeys(browser.SomeFile());
        return empty.Length > 0;
    }
}
