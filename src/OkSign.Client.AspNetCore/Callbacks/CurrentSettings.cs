using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OkSign.Client.AspNetCore;

/// <summary>The settings as they are now. A change that is not valid is told and leaves the former ones in force, so that no call gets lost by a slip.</summary>
internal sealed class CurrentSettings<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(IOptionsMonitor<TOptions> monitor, ILogger<CurrentSettings<TOptions>> logger)
    where TOptions : CallbackOptions
{
    private volatile TOptions? _last;

    /// <exception cref="OptionsValidationException">They were never valid.</exception>
    public TOptions Value
    {
        get
        {
            try
            {
                return _last = monitor.CurrentValue;
            }
            catch (OptionsValidationException exception) when (_last is { } last)
            {
                logger.SettingsRefused(exception, typeof(TOptions).Name);
                return last;
            }
        }
    }
}
