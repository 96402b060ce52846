using Microsoft.Extensions.Options;

namespace OkSign.Client.AspNetCore;

/// <summary>Tells what is wrong with settings, each by its key.</summary>
/// <param name="keyPrefix">The section that they come from, with a colon; empty for settings made in code.</param>
/// <param name="problems">What is wrong.</param>
internal sealed class OptionsProblems<TOptions>(string keyPrefix, Func<TOptions, IEnumerable<string>> problems) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        string[] all = [.. problems(options).Select(problem => keyPrefix + problem)];
        return all.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(all);
    }
}
