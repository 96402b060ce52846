using System.Security.Cryptography;
using AspNetCoreHost.Contracts;
using AspNetCoreHost.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AspNetCoreHost.Pages;

/// <summary>Takes a PDF in. Nothing is sent yet.</summary>
public sealed class NewModel(ContractStore contracts, DataFolder folder, TimeProvider timeProvider) : PageModel
{
    /// <summary>The limit of the service: 10 MB.</summary>
    public const long MaxLength = 10 * 1024 * 1024;

    public const int MaxNameLength = 100;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        // The name of the file is a stranger's text: it may become the contract's name, and never a path.
        string name = TextInput.OneLine(Name) ?? TextInput.OneLine(Path.GetFileNameWithoutExtension(Upload?.FileName)) ?? "";
        await CheckAsync(name);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var contract = new Contract
        {
            Id = RandomNumberGenerator.GetHexString(16, lowercase: true),
            Name = name,
            CreatedAt = timeProvider.GetUtcNow(),
        };
        await using (FileStream target = System.IO.File.Create(folder.PathOfContract(contract.Id)))
        {
            await Upload!.CopyToAsync(target);
        }

        await contracts.AddAsync(contract);
        return RedirectToPage("/Prepare", new { contract.Id });
    }

    private async Task CheckAsync(string name)
    {
        if (name.Length > MaxNameLength)
        {
            ModelState.AddModelError(nameof(Name), $"The name has {name.Length} characters; at most {MaxNameLength} are possible.");
        }

        string? problem = Upload switch
        {
            null or { Length: 0 } => "Choose a PDF.",
            { Length: > MaxLength } => $"The file has {Upload.Length / 1024.0 / 1024:0.0} MB; OKSign takes at most 10 MB.",
            _ => await IsPdfAsync(Upload) ? null : "This is not a PDF. A Word document can be saved as one.",
        };
        if (problem is not null)
        {
            ModelState.AddModelError(nameof(Upload), problem);
        }
    }

    /// <summary>By its content: a name says little.</summary>
    private static async Task<bool> IsPdfAsync(IFormFile file)
    {
        byte[] head = new byte[1024];
        await using Stream content = file.OpenReadStream();
        int length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false);
        return head.AsSpan(0, length).IndexOf("%PDF-"u8) >= 0;
    }
}
