using AspNetCoreHost.Contracts;
using AspNetCoreHost.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using OkSign.Client;

namespace AspNetCoreHost.Pages;

/// <summary>How a contract stands. The page keeps itself up to date: see wwwroot/js/live.js.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ContractModel(ContractStore contracts, ContractSender sender) : PageModel
{
    public Contract Contract { get; private set; } = null!;

    public string? Failure { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id)
        => await FindAsync(id) is { } instead ? instead : Page();

    /// <summary>The part that changes, for the script.</summary>
    public async Task<IActionResult> OnGetStatusAsync(string id)
        => await contracts.FindAsync(id) is { } contract ? Partial("_Status", contract) : NotFound();

    /// <summary>Finds out what became of a contract whose answer was lost.</summary>
    public async Task<IActionResult> OnPostResolveAsync(string id)
    {
        if (await FindAsync(id) is { } instead)
        {
            return instead;
        }

        try
        {
            await sender.ResolveAsync(Contract);
            return RedirectToPage(new { id });
        }
        catch (OkSignException failure)
        {
            Failure = FailureText.Of(failure);
            return Page();
        }
    }

    /// <returns>Where to go instead; null when there is something to show.</returns>
    private async Task<IActionResult?> FindAsync(string id)
    {
        if (await contracts.FindAsync(id) is not { } contract)
        {
            return NotFound();
        }

        Contract = contract;
        return contract.State == ContractState.Draft ? RedirectToPage("/Prepare", new { id }) : null;
    }
}
