using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace OkSign.Client.AspNetCore;

/// <summary>The settings as they are now. A change that is not valid is told and leaves the former ones in force, so that no call gets lost by a slip.</summary>
internal sealed class CurrentSettings<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(IOptionsMonitor<TOptions> monitor, ILogger<CurrentSettings<TOptions>> logger)
    where TOptions : CallbackOptions
{
    private volatile TOptions? _last;
    private volatile string? _told;

    /// <exception cref="OptionsValidationException">They were never valid.</exception>
    /// <exception cref="InvalidOperationException">They could never be read.</exception>
    public TOptions Value
    {
        get
        {
            try
            {
                TOptions current = monitor.CurrentValue;
                _told = null;
                return _last = current;
            }
            catch (Exception exception) when (_last is { } last)
            {
                // Once, and not for every call that comes.
                if (_told != exception.Message)
                {
                    _told = exception.Message;
                    logger.SettingsRefused(exception, typeof(TOptions).Name);
                }

                return last;
            }
        }
    }
}
