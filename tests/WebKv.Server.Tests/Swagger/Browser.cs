using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace WebKv.Server.Tests.Swagger;

/// <summary>
/// Debian's Chromium without a window, driven through its own chromedriver. Tests are skipped where it is missing.
/// </summary>
internal sealed class Browser : IDisposable
{
    private const string Chromium = "/usr/bin/chromium";
    private const string DriverFolder = "/usr/bin";

    private static readonly TimeSpan StartDeadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private readonly DirectoryInfo _profile = Directory.CreateTempSubdirectory("webkv-browser-");
    private readonly ChromeDriver _driver;

    private Browser()
    {
        var options = new ChromeOptions { BinaryLocation = Chromium };
        options.AddArguments(
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--window-size=1400,1200",
            $"--user-data-dir={_profile.FullName}");
        _driver = new ChromeDriver(ChromeDriverService.CreateDefaultService(DriverFolder), options, StartDeadline);
    }

    public static Browser StartOrSkip()
    {
        bool isInstalled = File.Exists(Chromium) && File.Exists(Path.Combine(DriverFolder, "chromedriver"));
        Assert.SkipUnless(isInstalled, "Debian's chromium and chromium-driver are not installed");
        return new Browser();
    }

    public void Open(Uri address) => _driver.Navigate().GoToUrl(address);

    public IReadOnlyList<IWebElement> All(string selector) => _driver.FindElements(By.CssSelector(selector));

    /// <summary>Runs a script on an element, which scrolls nothing and is hidden by nothing.</summary>
    public void Click(IWebElement element) => _driver.ExecuteScript("arguments[0].click()", element);

    /// <summary>Polls until the script gives something that is true, and returns it.</summary>
    public T Wait<T>(string what, Func<T?> look)
        where T : class
    {
        DateTime end = DateTime.UtcNow + Deadline;
        var poll = new SpinWait();
        while (DateTime.UtcNow < end)
        {
            try
            {
                if (look() is { } found)
                    return found;
            }
            catch (StaleElementReferenceException)
            {
                // The page was just drawn anew: look again.
            }
            poll.SpinOnce();
        }
        _driver.GetScreenshot().SaveAsFile(Path.Combine(AppContext.BaseDirectory, "swagger-failure.png"));
        throw new TimeoutException($"{what} did not appear within {Deadline}");
    }

    /// <summary>A small file for the file pickers of the page.</summary>
    public string SomeFile()
    {
        string path = Path.Combine(_profile.FullName, "value.bin");
        File.WriteAllBytes(path, [0, 255, 13, 10]);
        return path;
    }

    public void Dispose()
    {
        _driver.Quit();
        _driver.Dispose();
        _profile.Delete(recursive: true);
    }
}
