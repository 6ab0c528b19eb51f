/** Feeds as shops export them, written for the tests. */

export const merchantRss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">
<channel>
<title>Hearth and Leaf</title>
<link>https://shop.example.com</link>
<description>Kettles &amp; tea</description>
<item>
<g:id>KT-15</g:id>
<g:title>Copper Kettle 1.5 L</g:title>
<g:description>&lt;p&gt;A stove-top kettle of hammered copper.&lt;/p&gt;&lt;p&gt;Not suitable for induction hobs. Wash by hand; do not put it in the dishwasher.&lt;/p&gt;</g:description>
<g:link>https://shop.example.com/copper-kettle</g:link>
<g:image_link>https://shop.example.com/copper-kettle.jpg</g:image_link>
<g:availability>in_stock</g:availability>
<g:price>89.00 EUR</g:price>
<g:sale_price>69.00 EUR</g:sale_price>
<g:sale_price_effective_date>2026-11-10T20:00+0800/2026-11-12T00:00+0800</g:sale_price_effective_date>
<g:cost_of_goods_sold>31.00 EUR</g:cost_of_goods_sold>
<g:custom_label_0>margin high</g:custom_label_0>
<g:brand>Hearth &amp; Leaf</g:brand>
<g:gtin>4006381333931</g:gtin>
<g:condition>new</g:condition>
<g:color>Copper</g:color>
<g:material>Copper, tin-lined</g:material>
<g:product_weight>1.2 kg</g:product_weight>
<g:product_height>24 cm</g:product_height>
<g:product_type>Kitchen &gt; Kettles</g:product_type>
<g:shipping><g:country>DE</g:country><g:price>4.90 EUR</g:price></g:shipping>
<g:product_detail><g:section_name>General</g:section_name><g:attribute_name>Capacity</g:attribute_name><g:attribute_value>1.5 l</g:attribute_value></g:product_detail>
<g:product_detail><g:attribute_name>Warranty</g:attribute_name><g:attribute_value>5 years</g:attribute_value></g:product_detail>
<g:product_detail><g:attribute_name>Dishwasher safe</g:attribute_name><g:attribute_value>No</g:attribute_value></g:product_detail>
</item>
<item>
<g:id>TS-BL-S</g:id><g:item_group_id>TS</g:item_group_id>
<title>Linen Apron - Blue / S</title>
<description><![CDATA[A linen apron with two pockets. Machine wash at 40 °C.]]></description>
<g:price>35.00 EUR</g:price><g:color>Blue</g:color><g:size>S</g:size><g:material>Linen</g:material><g:brand>Fjord</g:brand>
</item>
<item>
<g:id>TS-GR-L</g:id><g:item_group_id>TS</g:item_group_id>
<title>Linen Apron - Grey / L</title>
<description>A linen apron with two pockets.</description>
<g:price>39.00 EUR</g:price><g:color>Grey</g:color><g:size>L</g:size><g:material>Linen</g:material><g:brand>Fjord</g:brand>
</item>
<item><g:id>NO-TEXT</g:id><g:title>Gift card</g:title><g:price>25.00 EUR</g:price></item>
</channel>
</rss>`;

export const merchantAtom = `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0">
<title>店</title>
<entry>
<g:id>JP-1</g:id>
<title>南部鉄器の急須 0.6L</title>
<summary>直火では使えません。使用後は水気を拭き取り、乾かしてください。</summary>
<link rel="alternate" href="https://shop.example.jp/kyusu"/>
<g:price>JPY 12,800</g:price>
<g:material>鋳鉄</g:material>
<g:product_detail><g:attribute_name>容量</g:attribute_name><g:attribute_value>0.6リットル</g:attribute_value></g:product_detail>
<g:product_detail><g:attribute_name>原産国</g:attribute_name><g:attribute_value>日本</g:attribute_value></g:product_detail>
</entry>
</feed>`;

export const merchantTsv = [
  'id\ttitle\tdescription\tlink\tprice\tavailability\tsale price\tcolor\tproduct detail',
  'A1\tTravel Mug 350 ml\tKeeps drinks hot for six hours.\thttps://shop.example.com/mug\t24.90 GBP\tout of stock\t\tBlack\tGeneral:Lid:Bamboo,Care:Dishwasher safe:Yes',
  'A2\tTea Tin\t\thttps://shop.example.com/tin\t9.50 GBP\tin stock\t7.50 GBP\tRed\t',
].join('\n');

export const merchantTsvChinese = [
  '商品ID\t标题\t商品描述\t链接\t价格\t库存状况\t颜色\t材质\t品牌',
  'C1\t手冲细口壶 600ml\t细长壶嘴，水流稳定。不可用于电磁炉。\thttps://shop.example.cn/hu\t199.00 CNY\t有货\t黑色\t304不锈钢\t山泉',
].join('\r\n');

export const merchantTsvJapanese = [
  '商品 ID [id]\t商品名 [title]\t商品説明 [description]\t商品リンク [link]\t価格 [price]\t在庫状況 [availability]\t色 [color]\t素材 [material]',
  'J1\tドリップケトル 0.9L\t食洗機には対応していません。\thttps://shop.example.jp/drip\t6,600 JPY\t在庫あり\tホワイト\tステンレス',
].join('\n');

const shopifyHeader =
  'Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,Variant Compare At Price,Image Src,Gift Card,SEO Title,Material (product.metafields.custom.material),Warranty (product.metafields.custom.warranty),Capacity (product.metafields.custom.capacity),Dishwasher safe (product.metafields.custom.dishwasher_safe),Compatible with (product.metafields.custom.compatible),Cost per item,Status';

export const shopifyCsv = [
  shopifyHeader,
  'steel-kettle,Steel Kettle,"<p>Brushed steel, with a <strong>whistle</strong>.</p>\n<ul><li>Works on induction</li><li>Descale it every month</li></ul>",Hearth & Leaf,Home,Kettles,"kettle, steel",true,Color,Silver,Size,1 L,SK-1,900,12,49.00,,https://x/1.jpg,false,Steel kettle | shop,Stainless steel,2 years,"{""value"":1.0,""unit"":""liters""}",TRUE,Gas; Induction; Ceramic,18.00,active',
  'steel-kettle,,,,,,,,,Black,,2 L,SK-2,900,0,59.00,,,,,,,,,,21.00,',
  'steel-kettle,,,,,,,,,,,,,,,,,https://x/2.jpg,,,,,,,,,',
  'tea-tin,Tea Tin,,Hearth & Leaf,Home,Tins,,true,Title,Default Title,,,TT,150,5,9.00,,,,,Tin plate,,,FALSE,,2.00,active',
  'secret,Secret Thing,<p>Next spring.</p>,Hearth & Leaf,,,,false,Title,Default Title,,,S,1,1,1.00,,,,,,,,,,,draft',
].join('\n');

export const shopifyCsvNew = [
  'Title,URL handle,Description,Vendor,Type,Published on online store,Status,SKU,Option1 name,Option1 value,Price,Weight value (grams),材质 (product.metafields.custom.caizhi),保修 (product.metafields.custom.baoxiu),容量 (product.metafields.custom.rongliang)',
  '保温杯,baowenbei,<p>双层真空，可保温十二小时。</p><p>不可放入微波炉。</p>,山泉,杯子,TRUE,Active,B1,颜色,白色,129.00,320,316不锈钢,1年,500 ml',
  ',baowenbei,,,,,,B2,,墨绿,129.00,320,,,',
].join('\n');
