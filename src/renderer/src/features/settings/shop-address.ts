/** The address of a shop from what an owner types: "kettles", "kettles.myshopify.com", or the page they look at. */
export function shopAddress(typed: string): string {
  const text = typed.trim().toLowerCase();
  const admin = /^(?:https:\/\/)?admin\.shopify\.com\/store\/([a-z0-9][a-z0-9-]*)/.exec(text);
  if (admin !== null) return `https://${admin[1]}.myshopify.com`;
  if (/^[a-z0-9][a-z0-9-]*$/.test(text)) return `https://${text}.myshopify.com`;
  const shop = /^(?:https?:\/\/)?([a-z0-9][a-z0-9-]*\.myshopify\.com)(?:\/.*)?$/.exec(text);
  return shop === null ? text : `https://${shop[1]}`;
}
