using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace AspNetCoreHost.Pages;

/// <summary>Tells screen readers which field the problem beside it belongs to.</summary>
internal static class FieldState
{
    /// <returns>For <c>aria-invalid</c>: null, which leaves the attribute out, when nothing is wrong.</returns>
    public static string? Invalid(this ViewDataDictionary view, string field)
        => view.ModelState.GetFieldValidationState(field) == ModelValidationState.Invalid ? "true" : null;
}
