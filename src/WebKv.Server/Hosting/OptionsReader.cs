using FluentValidation.Results;

namespace WebKv.Server.Hosting;

/// <summary>Reads and checks the settings before anything is built from them.</summary>
internal static class OptionsReader
{
    /// <summary>The settings, or a <see cref="SettingsException"/> that names every wrong one.</summary>
    public static WebKvOptions Read(IConfiguration configuration)
    {
        WebKvOptions options = Bind(configuration);
        ValidationResult result = new WebKvOptionsValidator().Validate(options);
        if (result.IsValid)
            return options;
        throw new SettingsException(
            string.Join(Environment.NewLine, result.Errors.Select(error => error.ErrorMessage)));
    }

    private static WebKvOptions Bind(IConfiguration configuration)
    {
        var options = new WebKvOptions();
        try
        {
            configuration.GetSection(WebKvOptions.Section)
                .Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
            return options;
        }
        catch (InvalidOperationException e)
        {
            throw new SettingsException($"Section WebKv of the settings: {e.Message}", e);
        }
    }
}
